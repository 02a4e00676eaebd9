using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.BotFramework.Tokens;

/// <summary>Stands in for login.botframework.com on this machine: publishes keys, and signs whatever it is asked to.</summary>
public sealed class FakeIssuer : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> _keys = [];
    private int _reads;

    public FakeIssuer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(http => http.Response.WriteAsync(http.Request.Path == "/keys" ? Keys() : Metadata()));
        Add("key-1", "msteams", "webchat");
    }

    public Uri Address => new(_app.Urls.First());

    public string MetadataUrl => new Uri(Address, "/.well-known/openidconfiguration").ToString();

    /// <summary>How often the keys have been read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public void Add(string id, params string[]? endorsements)
    {
        lock (_keys)
            _keys[id] = (RSA.Create(2048), endorsements);
    }

    public void Remove(string id)
    {
        lock (_keys)
            _keys.Remove(id);
    }

    public RSA Key(string id)
    {
        lock (_keys)
            return _keys[id].Key;
    }

    public static JsonObject Claims(string serviceUrl) => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = Channels.CoachHost.AppId,
        ["serviceurl"] = serviceUrl,
        ["nbf"] = Now(-1),
        ["exp"] = Now(60),
    };

    public static long Now(double minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();

    public string Sign(JsonObject claims, JsonObject? header = null, string key = "key-1")
    {
        header ??= Header(key);
        var signed = $"{Encode(header.ToJsonString())}.{Encode(claims.ToJsonString())}";
        return $"{signed}.{Encode(Key(key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static JsonObject Header(string key) => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key };

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private string Metadata() => new JsonObject
    {
        ["issuer"] = "https://api.botframework.com",
        ["jwks_uri"] = new Uri(Address, "/keys").ToString(),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    }.ToJsonString();

    private string Keys()
    {
        Interlocked.Increment(ref _reads);
        lock (_keys)
            return new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(Jwk)]) }.ToJsonString();
    }

    private static JsonNode Jwk(KeyValuePair<string, (RSA Key, string[]? Endorsements)> entry)
    {
        var numbers = entry.Value.Key.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = entry.Key,
            ["n"] = Encode(numbers.Modulus!),
            ["e"] = Encode(numbers.Exponent!),
        };
        if (entry.Value.Endorsements is { } endorsements)
            jwk["endorsements"] = new JsonArray([.. endorsements.Select(endorsement => (JsonNode)endorsement)]);
        return jwk;
    }

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
