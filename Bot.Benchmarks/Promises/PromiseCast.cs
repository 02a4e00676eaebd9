namespace CoachBot.Benchmarks.Promises;

/// <summary>The reps and their customers, each of whom is written in several ways.</summary>
internal static class PromiseCast
{
    public const int Reps = 30;

    private static readonly string[][] Spellings =
    [
        ["Anna", "ANNA ", "Ánna", "Mrs. Anna"],
        ["Bob", "bob", " Bob", "Mr Bob"],
        ["Zoë", "Zoe", "ZOË", "Ms Zoe"],
        ["Dr Wu", "Wu", "wu", "WU"],
        ["José", "Jose", "jose ", "Señor José"],
    ];

    private static readonly Dictionary<string, int> ByName = Spellings.SelectMany((names, i) => names.Select(n => (Name: n.Trim(), i))).DistinctBy(n => n.Name).ToDictionary(n => n.Name, n => n.i);

    public static int Customers => Spellings.Length;

    public static string Spelling(int customer, int which) => Spellings[customer][which % Spellings[customer].Length];

    public static int CustomerOf(string name) => ByName[name.Trim()];

    /// <summary>A rep's two conversations: what is promised in one holds in the other.</summary>
    public static string Conversation(int rep, int which) => $"{rep}:{which}";

    public static int RepOf(string conversation) => int.Parse(conversation.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);
}
