using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The channel's signing keys, each with the channels it may sign for, by the issuer's OpenID metadata. Fetched at the
/// first need and once a day; a key id that is not among them is reason for one fetch in five minutes, however many
/// strangers make them up.
/// </summary>
internal sealed class ChannelKeys(string metadataUrl, Func<HttpClient> http, TimeProvider time)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenStrangers = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const int LargestDocument = 1 << 20;

    private readonly Lock _lock = new();
    private volatile Held _held;
    private Task<Held> _fetch;
    private DateTimeOffset _lastForAStranger = DateTimeOffset.MinValue;
    private DateTimeOffset _lastFailure = DateTimeOffset.MinValue;

    /// <summary>The key of that id, or null where the issuer has none.</summary>
    /// <exception cref="KeysUnavailableException">The issuer could not be asked, and nothing is known from before.</exception>
    internal async ValueTask<ChannelKey> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var held = _held ?? await FetchOnceAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        if (held.Keys.TryGetValue(keyId, out var key))
        {
            if (time.GetUtcNow() - held.At > FreshFor && MayAsk())
                _ = FetchOnceAsync().ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return key;
        }

        if (!MayAskForAStranger())
            return null;

        try
        {
            held = await FetchOnceAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (KeysUnavailableException)
        {
            return null;
        }

        return held.Keys.GetValueOrDefault(keyId);
    }

    private bool MayAsk()
    {
        lock (_lock)
            return time.GetUtcNow() - _lastFailure >= BetweenFailures;
    }

    private bool MayAskForAStranger()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now - _lastForAStranger < BetweenStrangers)
                return false;
            _lastForAStranger = now;
            return true;
        }
    }

    private Task<Held> FetchOnceAsync()
    {
        lock (_lock)
        {
            if (_fetch is { IsCompleted: false })
                return _fetch;
            if (time.GetUtcNow() - _lastFailure < BetweenFailures)
                return Task.FromException<Held>(new KeysUnavailableException(null));
            return _fetch = FetchAsync();
        }
    }

    private async Task<Held> FetchAsync()
    {
        await Task.Yield();
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            var client = http();
            var metadata = await ReadAsync<OpenIdMetadata>(client, new Uri(metadataUrl), patience.Token).ConfigureAwait(false);
            var set = await ReadAsync<KeySet>(client, new Uri(metadata.JwksUri), patience.Token).ConfigureAwait(false);
            return _held = new Held(Read(set), time.GetUtcNow());
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or OperationCanceledException or UriFormatException or ArgumentNullException or InvalidOperationException or IOException)
        {
            lock (_lock)
                _lastFailure = time.GetUtcNow();
            throw new KeysUnavailableException(error);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        // A test's issuer is on this machine; any other answers for itself with a certificate.
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new InvalidOperationException("Signing keys are read over https only.");

        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestDocument, cancellationToken).ConfigureAwait(false);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize<T>(bytes, JsonSerializerOptions.Web) ?? throw new JsonException("The document is empty.");
    }

    private static FrozenDictionary<string, ChannelKey> Read(KeySet set)
    {
        var keys = new Dictionary<string, ChannelKey>(StringComparer.Ordinal);
        foreach (var key in set.Keys ?? [])
        {
            // Only RSA keys that are for signatures: a symmetric or foreign key in the set is nobody's business.
            if (key is not { Kty: "RSA", Kid.Length: > 0, N.Length: > 0, E.Length: > 0 } || key.Use is not (null or "sig"))
                continue;

            var rsa = new RsaSecurityKey(new System.Security.Cryptography.RSAParameters
            {
                Modulus = Base64UrlEncoder.DecodeBytes(key.N),
                Exponent = Base64UrlEncoder.DecodeBytes(key.E),
            })
            { KeyId = key.Kid };
            if (rsa.KeySize >= 2048)
                keys[key.Kid] = new ChannelKey(rsa, [.. key.Endorsements ?? []]);
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Held(FrozenDictionary<string, ChannelKey> Keys, DateTimeOffset At);

    private sealed record OpenIdMetadata([property: System.Text.Json.Serialization.JsonPropertyName("jwks_uri")] string JwksUri);

    private sealed record KeySet(List<Jwk> Keys);

    private sealed record Jwk(string Kty, string Kid, string Use, string N, string E, List<string> Endorsements);
}

internal sealed record ChannelKey(RsaSecurityKey Key, HashSet<string> Endorsements);

/// <summary>The issuer of the channel's tokens cannot be reached: no verdict on the token, so the channel may try again.</summary>
internal sealed class KeysUnavailableException(Exception inner) : Exception("The channel's signing keys could not be read.", inner);
