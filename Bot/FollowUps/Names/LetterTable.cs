namespace CoachBot.FollowUps.Names;

// Letters with what each stands for, written side by side: "ßss æae".
internal static class LetterTable
{
    public static Dictionary<char, string> Read(string table) =>
        table.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(entry => entry[0], entry => entry[1..]);
}
