using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Reads the token of an Authorization header: signed with RSA by a key of the issuer's, from that issuer, and valid
/// now give or take five minutes. Whom it is for and what it allows is the caller's question.
/// </summary>
internal sealed class ChannelTokens
{
    /// <summary>Real ones take one or two thousand characters; anything longer is not worth decoding.</summary>
    private const int LongestToken = 16 * 1024;

    private const int MostRemembered = 256;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly HashSet<string> Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly ConcurrentDictionary<string, ChannelToken> _remembered = new(StringComparer.Ordinal);
    private readonly ChannelKeys _keys;
    private readonly string _issuer;
    private readonly TimeProvider _time;

    internal ChannelTokens(ChannelKeys keys, string issuer, TimeProvider time)
    {
        _keys = keys;
        _issuer = issuer;
        _time = time;
    }

    /// <exception cref="UnauthorizedAccessException">There is no such token in the header.</exception>
    internal async ValueTask<ChannelToken> ReadAsync(string authHeader, CancellationToken cancellationToken)
    {
        const string scheme = "Bearer ";
        if (authHeader == null || authHeader.Length > LongestToken || !authHeader.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            throw Refused("There is no bearer token.");

        var text = authHeader[scheme.Length..].Trim();
        var jwt = Parse(text);
        if (!Algorithms.Contains(jwt.Alg))
            throw Refused("The token is not signed with RSA.");
        if (string.IsNullOrEmpty(jwt.Kid))
            throw Refused("The token names no key.");

        // Only the key id is taken from the header: keys or addresses of keys that a token brings along are not looked at.
        var key = await _keys.FindAsync(jwt.Kid, cancellationToken).ConfigureAwait(false) ?? throw Refused("The token's key is not the issuer's.");

        // The channel uses one token for many requests; its signature is checked once for as long as its key is the issuer's.
        if (_remembered.TryGetValue(text, out var known) && ReferenceEquals(known.Key, key) && known.Expires + Skew > _time.GetUtcNow())
            return known;

        var result = await _handler.ValidateTokenAsync(jwt, Parameters(key.Key)).ConfigureAwait(false);
        if (!result.IsValid)
            throw Refused(result.Exception is SecurityTokenExpiredException ? "The token has expired." : "The token is not valid.");

        var token = new ChannelToken(result.ClaimsIdentity, key, jwt.ValidTo);
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        _remembered[text] = token;
        return token;
    }

    private JsonWebToken Parse(string text)
    {
        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException or FormatException)
        {
            throw Refused("The token cannot be read.");
        }
    }

    private TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidIssuer = _issuer,
        ValidateIssuer = true,
        ValidateAudience = false,
        ValidateLifetime = true,
        ClockSkew = Skew,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
    };

    private static UnauthorizedAccessException Refused(string why) => new(why);
}

internal sealed record ChannelToken(ClaimsIdentity Identity, ChannelKey Key, DateTimeOffset Expires);
