using System.Collections.Concurrent;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// One connector client per service URL and app id, kept: the connections behind it are what is worth keeping. The
/// bot's token goes to the Bot Connector's own hosts over https and to nobody else, whatever URL an activity carries.
/// </summary>
internal sealed class CloudConnectors(CloudSettings settings, ServiceClientCredentialsFactory credentials, Func<HttpClient> http)
{
    private const int MostKept = 256;
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Factory> _factories = new(StringComparer.Ordinal);
    private readonly Lazy<HttpClient> _client = new(() => Bounded(http()));

    internal ConnectorFactory For(string appId) =>
        _factories.TryGetValue(appId ?? "", out var known) ? known : _factories.GetOrAdd(appId ?? "", id => new Factory(this, id));

    internal static bool MayHaveToken(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0 && IsConnectorHost(address.IdnHost);

    private static bool IsConnectorHost(string host) =>
        // Anybody can register a name under trafficmanager.net: that one host, not its neighbours.
        host.Equals("smba.trafficmanager.net", StringComparison.OrdinalIgnoreCase)
        || host.Equals("smba.infra.gcc.teams.microsoft.com", StringComparison.OrdinalIgnoreCase)
        || host.Equals("botframework.com", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase);

    private static HttpClient Bounded(HttpClient client)
    {
        // The framework's default of 100 s is longer than any turn; a shorter one that somebody chose is kept.
        if (client.Timeout == Timeout.InfiniteTimeSpan || client.Timeout > LongestCall)
            client.Timeout = LongestCall;
        return client;
    }

    private sealed class Factory(CloudConnectors owner, string appId) : ConnectorFactory
    {
        private readonly ConcurrentDictionary<string, Task<IConnectorClient>> _clients = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, BotToken> _tokens = new(StringComparer.Ordinal);

        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(serviceUrl);
            audience ??= owner.Scope;
            // Nearly always there is one audience, and its clients are found without building a key.
            var key = audience == owner.Scope ? serviceUrl : audience + " " + serviceUrl;
            if (_clients.TryGetValue(key, out var known))
                return known;

            if (_clients.Count >= MostKept)
                _clients.Clear();
            return _clients.GetOrAdd(key, Task.FromResult<IConnectorClient>(Create(new Uri(serviceUrl, UriKind.Absolute), audience)));
        }

        private ConnectorClient Create(Uri address, string audience)
        {
            var token = MayHaveToken(address) ? _tokens.GetOrAdd(audience, Token) : null;
            return new ConnectorClient(address, owner.Client, token);
        }

        private BotToken Token(string audience) =>
            appId.Length == 0 ? null : owner.Credentials.CreateToken(appId, audience, owner.Settings.LoginUrl, owner.Settings.ValidateAuthority);
    }

    private string Scope => settings.Scope;

    private CloudSettings Settings => settings;

    private ServiceClientCredentialsFactory Credentials => credentials;

    private HttpClient Client => _client.Value;
}
