using System.Text.RegularExpressions;

namespace CoachBot.Tests.BotFramework.Api;

/// <summary>A type as the API list writes it.</summary>
internal sealed record ApiType(string Name, string Kind, List<string> Bases, List<string> Members)
{
    internal bool HasOnlyAbstractMembers => Kind == "interface";
}

/// <summary>The public surface of Microsoft's 4.23.1, as far as a line of the list says it.</summary>
internal static partial class ApiList
{
    internal static Dictionary<string, ApiType> Read()
    {
        var types = new Dictionary<string, ApiType>();
        ApiType? current = null;
        foreach (var raw in File.ReadLines(PathOf("botframework-api-4.23.1.txt")))
        {
            var line = WithoutSystemNamespaces(raw);
            if (raw.StartsWith("  ", StringComparison.Ordinal))
            {
                current!.Members.Add(line.Trim());
            }
            else if (Header().Match(line) is { Success: true } header)
            {
                current = new ApiType(header.Groups["name"].Value, header.Groups["kind"].Value, Split(header.Groups["bases"].Value), []);
                types[current.Name] = current;
            }
        }

        return types;
    }

    internal static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "BotFramework", "Api", file);

    // The list leaves the namespaces of common types out, of others not: without them both sides read the same.
    internal static string WithoutSystemNamespaces(string text) => SystemNamespace().Replace(text, "");

    internal static bool ExposesForeignTypes(string member)
        => member.Contains("Newtonsoft.", StringComparison.Ordinal) || member.Contains("Microsoft.Rest.", StringComparison.Ordinal);

    private static List<string> Split(string bases)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= bases.Length; i++)
        {
            if (i == bases.Length || (bases[i] == ',' && depth == 0))
            {
                parts.Add(bases[start..i].Trim());
                start = i + 1;
            }
            else
            {
                depth += bases[i] switch { '<' => 1, '>' => -1, _ => 0 };
            }
        }

        return parts.Where(part => part.Length > 0).ToList();
    }

    [GeneratedRegex(@"^(?<kind>(?:(?:static|abstract|sealed) )?(?:class|interface|enum|struct|delegate)) (?<name>\S+?(?:<[^:]*>)?)(?: : (?<bases>.*))?$")]
    private static partial Regex Header();

    [GeneratedRegex(@"\bSystem\.(?:[A-Z]\w*\.)*")]
    private static partial Regex SystemNamespace();
}
