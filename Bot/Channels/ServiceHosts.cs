using System.Collections.Concurrent;

namespace CoachBot.Channels;

/// <summary>
/// Where the bot may call: the hosts that Microsoft documents for Teams and the Bot Connector, over https. An activity
/// names the address that its answer goes to, so a stranger's address is a request to send our token there.
/// </summary>
public sealed class ServiceHosts(Access access)
{
    private const int MostRemembered = 256;

    private static readonly HashSet<string> Exact = new(StringComparer.OrdinalIgnoreCase)
    {
        // Anybody can register a name under trafficmanager.net: this one host, not its neighbours.
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "login.microsoftonline.com",
    };

    private readonly ConcurrentDictionary<string, bool> _remembered = new(StringComparer.Ordinal);

    /// <summary>Whether an activity may have its answer sent to this service URL.</summary>
    public bool AllowService(string serviceUrl)
    {
        if (_remembered.TryGetValue(serviceUrl, out var known))
            return known;
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        return _remembered[serviceUrl] = Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
            && address.Query.Length == 0 && address.Fragment.Length == 0
            && Allow(address);
    }

    /// <summary>Whether a call may go there at all.</summary>
    public bool Allow(Uri address) => IsChannel(address) || (access.LoopbackOnly && IsThisMachine(address));

    /// <summary>Whether a test's issuer of keys is asked: without a token, and only there.</summary>
    public bool IsLocalIssuer(Uri address) =>
        access.LocalIssuer is { } issuer && address.Authority == issuer.Authority && IsThisMachine(address);

    public static bool IsChannel(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && (Exact.Contains(address.IdnHost) || address.IdnHost.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase));

    /// <summary>By its literal name: a name that only resolves to this machine is not it.</summary>
    public static bool IsThisMachine(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0
        && IsThisMachine(address.IdnHost);

    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "::1" or "[::1]";
}
