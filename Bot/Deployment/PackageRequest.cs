namespace CoachBot.Deployment;

/// <summary>What the package is made for: the bot's app id, the host that it answers on, the file to write.</summary>
public sealed record PackageRequest(Guid AppId, string Domain, string Out)
{
    public const string Usage = "Usage: dotnet run --project Bot -- package --app-id GUID --domain HOST [--out FILE]";

    private const string AppIdOption = "--app-id", DomainOption = "--domain", OutOption = "--out";

    /// <summary>Reads the arguments; null, with everything that is wrong in <paramref name="mistakes"/>, if they cannot be used.</summary>
    public static PackageRequest? Read(IReadOnlyList<string> arguments, out IReadOnlyList<string> mistakes)
    {
        var wrong = new List<string>();
        var options = Options(arguments, wrong);
        var appId = AppIdOf(options.GetValueOrDefault(AppIdOption), wrong);
        var domain = DomainOf(options.GetValueOrDefault(DomainOption), wrong);
        var file = Path.GetFullPath(options.GetValueOrDefault(OutOption) ?? "coachbot-teams.zip");
        mistakes = wrong;
        return wrong.Count == 0 ? new PackageRequest(appId, domain, file) : null;
    }

    private static Dictionary<string, string> Options(IReadOnlyList<string> arguments, List<string> wrong)
    {
        var options = new Dictionary<string, string>();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (arguments[i] is not (AppIdOption or DomainOption or OutOption))
                wrong.Add($"'{arguments[i]}' is not known here.");
            else if (i + 1 == arguments.Count || arguments[i + 1].Length == 0)
                wrong.Add($"{arguments[i]} needs a value.");
            else if (!options.TryAdd(arguments[i], arguments[i + 1]))
                wrong.Add($"{arguments[i]} is there twice.");
        }

        return options;
    }

    private static Guid AppIdOf(string? text, List<string> wrong)
    {
        if (Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty)
            return id;
        wrong.Add($"{AppIdOption} is the bot's app id (MicrosoftAppId), a GUID such as 6f9619ff-8b86-d011-b42d-00c04fc964ff{NotThis(text)}.");
        return default;
    }

    private static string DomainOf(string? text, List<string> wrong)
    {
        if (text is not null && IsPublicName(text))
            return text.ToLowerInvariant();
        wrong.Add($"{DomainOption} is the public host name that the bot answers on, without https:// and without a path, such as coach.example.com{NotThis(text)}.");
        return "";
    }

    // Teams takes a name alone: an address by number, "localhost" or a name in other letters (not xn--) would be refused there.
    private static bool IsPublicName(string host) =>
        host.Length <= 253 && host.All(char.IsAscii) && Uri.CheckHostName(host) == UriHostNameType.Dns
        && host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.') && !host.EndsWith('.');

    private static string NotThis(string? text) => text is null ? "" : $", not '{text}'";
}
