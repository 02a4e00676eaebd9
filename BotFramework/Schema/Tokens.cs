using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

public class TokenExchangeInvokeRequest
{
    public string ConnectionName { get; set; }
    public string Id { get; set; }
    public string Token { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }
}

public class TokenExchangeInvokeResponse
{
    public string ConnectionName { get; set; }
    public string FailureDetail { get; set; }
    public string Id { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }
}

public class TokenExchangeResource
{
    public TokenExchangeResource() { }

    public TokenExchangeResource(string id = default, string uri = default, string providerId = default)
        => (Id, Uri, ProviderId) = (id, uri, providerId);

    public string Id { get; set; }
    public string ProviderId { get; set; }
    public string Uri { get; set; }
}

public class TokenPostResource
{
    public string SasUrl { get; set; }
}

public class TokenResponse
{
    public TokenResponse() { }

    public TokenResponse(string channelId = default, string connectionName = default, string token = default, string expiration = default)
        => (ChannelId, ConnectionName, Token, Expiration) = (channelId, connectionName, token, expiration);

    public string ChannelId { get; set; }
    public string ConnectionName { get; set; }
    public string Expiration { get; set; }
    public string Token { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }
}

public class AadResourceUrls
{
    public AadResourceUrls() { }

    public AadResourceUrls(IList<string> resourceUrls = default) => ResourceUrls = resourceUrls;

    public IList<string> ResourceUrls { get; set; }
}
