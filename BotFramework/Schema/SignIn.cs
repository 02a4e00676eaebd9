namespace Microsoft.Bot.Schema;

public class TokenExchangeRequest
{
    public TokenExchangeRequest() { }

    public TokenExchangeRequest(string uri = default, string token = default) => (Uri, Token) = (uri, token);

    public string Token { get; set; }
    public string Uri { get; set; }
}

public class SignInResource
{
    public SignInResource() { }

    public SignInResource(string signInLink = default, TokenExchangeResource tokenExchangeResource = default)
        => (SignInLink, TokenExchangeResource) = (signInLink, tokenExchangeResource);

    public string SignInLink { get; set; }
    public TokenExchangeResource TokenExchangeResource { get; set; }
    public TokenPostResource TokenPostResource { get; set; }
}

public class TokenStatus
{
    public TokenStatus() { }

    public TokenStatus(string channelId = default, string connectionName = default, bool? hasToken = default, string serviceProviderDisplayName = default)
        => (ChannelId, ConnectionName, HasToken, ServiceProviderDisplayName) = (channelId, connectionName, hasToken, serviceProviderDisplayName);

    public string ChannelId { get; set; }
    public string ConnectionName { get; set; }
    public bool? HasToken { get; set; }
    public string ServiceProviderDisplayName { get; set; }
}
