using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>Calls a channel's REST service; the HttpClient is borrowed, so there is nothing to dispose of.</summary>
public class ConnectorClient : IConnectorClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient _http;
    private readonly BotToken _token;
    private Uri _baseUri;
    private string _root;

    internal ConnectorClient(Uri baseUri, HttpClient http, BotToken token)
    {
        _http = http;
        _token = token;
        BaseUri = baseUri;
        Conversations = new Conversations(this);
    }

    public Uri BaseUri
    {
        get => _baseUri;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            // The token was chosen for the host; another host means another client.
            if (_token != null && !CloudConnectors.MayHaveToken(value))
                throw new ArgumentException("This client's token may not go to that host.", nameof(value));
            _baseUri = value;
            _root = value.AbsoluteUri.EndsWith('/') ? value.AbsoluteUri : value.AbsoluteUri + "/";
        }
    }

    public virtual IConversations Conversations { get; }

    void IDisposable.Dispose() => GC.SuppressFinalize(this);

    /// <summary>The answer's JSON, or the default where the channel accepted the call and said nothing.</summary>
    /// <exception cref="ErrorResponseException">The channel answered with another status than 2xx.</exception>
    internal async Task<T> CallAsync<T>(HttpMethod method, string path, object body, string conversationId, CancellationToken cancellationToken)
    {
        var token = _token == null ? null : await _token.GetAsync(cancellationToken).ConfigureAwait(false);
        var address = new Uri(_root + path);
        var bytes = body == null ? null : JsonSerializer.SerializeToUtf8Bytes(body, ProtocolJson.Options.GetTypeInfo(body.GetType()));

        var response = await SendAsync(method, address, bytes, conversationId, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized && token != null)
        {
            // Revoked before its time: one new token, one more try.
            response.Dispose();
            token = await _token.RenewAsync(token, cancellationToken).ConfigureAwait(false);
            response = await SendAsync(method, address, bytes, conversationId, token, cancellationToken).ConfigureAwait(false);
        }

        using (response)
        {
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? Read<T>(answer) : throw Failed(response.StatusCode, answer);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, byte[] body, string conversationId, string token, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, address);
        if (body != null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = Json;
        }

        if (token != null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (conversationId != null && IsPlain(conversationId))
            request.Headers.TryAddWithoutValidation(ConversationConstants.ConversationIdHttpHeaderName, conversationId);
        return _http.SendAsync(request, cancellationToken);
    }

    // A header takes visible ASCII; the id is in the path as well, escaped.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static T Read<T>(byte[] answer)
    {
        if (answer.Length == 0)
            return default;
        try
        {
            return JsonSerializer.Deserialize<T>(answer, ProtocolJson.Options);
        }
        catch (JsonException)
        {
            // The channel has done what was asked: an unreadable receipt is no failure, and no reason to send again.
            return default;
        }
    }

    private static ErrorResponseException Failed(HttpStatusCode status, byte[] answer) =>
        new($"Operation returned an invalid status code '{status}'") { Body = Read<ErrorResponse>(answer) };
}
