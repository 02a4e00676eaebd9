namespace CoachBot.FollowUps.Names;

// Whether two different keys may be one customer: when every word of the one that says less is found in the other.
internal static class NameLikeness
{
    private const int MostWords = 16;
    private const int MostInitials = 4;

    public static bool MayBe(CustomerName one, CustomerName two, ShortNames shorts) =>
        HasTheSameWords(one, two, shorts)
        || (one.Words.Length != two.Words.Length && (IsRunTogether(one, two) || AreInitials(one, two) || AreInitials(two, one)));

    private static bool HasTheSameWords(CustomerName one, CustomerName two, ShortNames shorts)
    {
        var alike = new WordPairs(one.Words.AsSpan(0, Math.Min(one.Words.Length, MostWords)), two.Words.AsSpan(0, Math.Min(two.Words.Length, MostWords)), shorts);
        var found = alike.Most();
        var fewer = Math.Min(alike.Rows, alike.Columns);
        if (found == fewer || (found >= 2 && alike.BeginAlike))
            return found > 0;
        // What lies beyond the last word that counts is not known: half is enough.
        return Math.Max(one.Words.Length, two.Words.Length) > MostWords && 2 * found >= fewer && found > 0;
    }

    // "Anne Marie" and "Annemarie", "O Brien" and "O'Brien".
    private static bool IsRunTogether(CustomerName one, CustomerName two)
    {
        var allowed = WordLikeness.TyposAllowed(Math.Max(one.Letters, two.Letters));
        return Math.Abs(one.Letters - two.Letters) <= allowed && EditDistance.IsWithin(one.Joined, two.Joined, allowed);
    }

    // "JP" and "Jean-Pierre".
    private static bool AreInitials(CustomerName one, CustomerName two) =>
        one.Words.Length == 1 && one.Letters == two.Words.Length && one.Letters <= MostInitials && one.Joined == two.Initials;
}
