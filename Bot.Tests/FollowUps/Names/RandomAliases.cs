using System.Text;

namespace CoachBot.Tests.FollowUps.Names;

// What a hand on any keyboard may type, by a fixed seed.
internal static class RandomAliases
{
    private static readonly string[] Names =
    [
        "Anna", "Bernd", "Christopher", "Dmitri", "Elizabeth", "Francesca", "Giuseppe", "Henrik", "Isabella", "Jonathan", "Katharina", "Lorenzo", "Margaret", "Nicholas",
        "Olivia", "Philipp", "Rebecca", "Sebastian", "Theresa", "Valentina", "Klein", "Schneider", "Kowalski", "Rodriguez", "Tanaka", "bakery", "school", "garage", "baker",
        "from", "Hill", "Street", "at", "the", "Don", "Sir", "boss", "unknown", "customer", "J", "K", "Doctor", "Madam", "Senor", "Monsieur", "Herr", "Smith", "Sons",
    ];

    private static readonly (int From, int To)[] Alphabets =
    [
        (0x20, 0x7F), (0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x370, 0x530), (0x590, 0x700), (0x900, 0xA00), (0xE00, 0xE80), (0x1100, 0x1200),
        (0x2000, 0x2070), (0x3040, 0x3100), (0x4E00, 0x4F00), (0xAC00, 0xAD00), (0xD800, 0xE000), (0xFB00, 0xFE10), (0xFF00, 0x10000), (0, 0x10000),
    ];

    public static string Any(Random random) => random.Next(3) switch
    {
        0 => Dressed(Name(random), random),
        1 => Name(random) + Noise(random, 6),
        _ => Noise(random, random.Next(8) == 0 ? 300 : 20),
    };

    public static string Name(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Names[random.Next(3) == 0 ? random.Next(Names.Length) : random.Next(29)]).Append("Anna"));

    // The same name, with case, blanks, marks, titles and invisible characters as they come.
    public static string Dressed(string name, Random random)
    {
        var dressed = new StringBuilder(random.Next(3) switch { 0 => "Mr. ", 1 => "the ", _ => "" });
        foreach (var c in name)
        {
            dressed.Append(random.Next(2) == 0 ? char.ToUpperInvariant(c) : c);
            if (char.IsLetter(c))
                dressed.Append(random.Next(8) switch { 0 => "\u0301", 1 => "\u200B", 2 => "\u0308\u0327", _ => "" });
            else
                dressed.Append(random.Next(3) switch { 0 => ", ", 1 => " - ", _ => "" });
        }

        return dressed.Append(random.Next(3) == 0 ? " 🌸" : "").ToString();
    }

    // One letter of a–z swapped, left out, put in or put for another.
    public static string Mistyped(string word, Random random)
    {
        var at = random.Next(word.Length - 1);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word.Remove(at, 1),
            2 => word.Insert(at, letter.ToString()),
            _ => word[..at] + letter + word[(at + 1)..],
        };
    }

    private static string Noise(Random random, int longest)
    {
        var noise = new StringBuilder();
        for (var left = random.Next(longest); left > 0; left--)
        {
            var (from, to) = Alphabets[random.Next(Alphabets.Length)];
            if (random.Next(40) == 0)
                noise.Append(char.ConvertFromUtf32(random.Next(0x10000, 0x110000)));
            else
                noise.Append((char)random.Next(from, to));
        }

        return noise.ToString();
    }
}
