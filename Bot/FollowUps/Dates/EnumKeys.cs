namespace CoachBot.FollowUps.Dates;

// The members of an enum by their names as they stand in files: half-year for HalfYear.
internal static class EnumKeys<T> where T : struct, Enum
{
    public static Dictionary<string, T> All { get; } = Enum.GetValues<T>().ToDictionary(Name);

    private static string Name(T value) =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
