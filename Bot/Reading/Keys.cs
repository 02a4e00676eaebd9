namespace CoachBot.Reading;

// Both ways between an enum and the words that files and cards know it by.
internal sealed class Keys<T>(params (T Value, string Key)[] pairs) where T : struct, Enum
{
    private readonly Dictionary<T, string> _keys = pairs.ToDictionary(p => p.Value, p => p.Key);
    private readonly Dictionary<string, T> _values = pairs.ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<T> All { get; } = [.. pairs.Select(p => p.Value)];

    public string Known { get; } = string.Join(", ", pairs.Select(p => p.Key));

    public string Key(T value) => _keys[value];

    public bool TryParse(string? key, out T value) => _values.TryGetValue(key?.Trim() ?? "", out value);
}
