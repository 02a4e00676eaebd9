using System.Text.RegularExpressions;

namespace CoachBot.Tests.BotFramework.Api;

/// <summary>
/// Where our layer knowingly differs from the list, one reason a line: "+ type :: member :: reason" is ours and not in the list,
/// "- type :: member :: reason" is in the list and not ours. A * stands for any text.
/// </summary>
internal sealed class ApiExceptions
{
    private readonly List<(string Line, Regex Pattern)> _known = [];

    private readonly HashSet<string> _used = [];

    internal List<string> WithoutReason { get; } = [];

    internal IEnumerable<string> Stale => _known.Select(known => known.Line).Where(line => !_used.Contains(line));

    internal static ApiExceptions Read()
    {
        var exceptions = new ApiExceptions();
        var lines = File.ReadLines(ApiList.PathOf("api-exceptions.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'));
        foreach (var line in lines)
        {
            var parts = line.Split(" :: ");
            if (parts.Length != 3 || parts[2].Trim().Length == 0)
            {
                exceptions.WithoutReason.Add(line);
                continue;
            }

            var difference = ApiList.WithoutSystemNamespaces($"{parts[0]} :: {parts[1]}");
            var pattern = "^" + Regex.Escape(difference).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
            exceptions._known.Add((line, new Regex(pattern, RegexOptions.CultureInvariant)));
        }

        return exceptions;
    }

    internal bool Covers(string difference)
    {
        var covering = _known.Where(known => known.Pattern.IsMatch(difference)).Select(known => known.Line).ToList();
        _used.UnionWith(covering);
        return covering.Count > 0;
    }
}
