using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CoachBot.Channels.LocalChat;

/// <summary>The page itself: a handful of files beside the program, and Web Chat, if the build could get it (WebChat.targets).</summary>
public static class ChatPage
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "LocalChat");

    private const string EmptyStyle = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["chat.css"] = "text/css; charset=utf-8",
        ["chat.js"] = "text/javascript; charset=utf-8",
        ["plain.js"] = "text/javascript; charset=utf-8",
        ["card.js"] = "text/javascript; charset=utf-8",
        ["look.js"] = "text/javascript; charset=utf-8",
        ["copy.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    public static void MapChatPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (Delegate)PageAsync);
        routes.MapGet("/chat/webchat.js", WebChat);
        routes.MapGet("/chat/{file}", Piece);
    }

    private static async Task<IResult> PageAsync(HttpContext http)
    {
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce, http.Request);
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        var page = await File.ReadAllTextAsync(Path.Combine(Folder, "index.html"), http.RequestAborted);
        return Results.Text(page.Replace("{nonce}", nonce, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    // Nothing from anywhere else. Web Chat makes its style sheets as it runs (hence the nonce; one, left empty, comes without)
    // and draws its icons from data.
    private static string Policy(string nonce, HttpRequest request) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' 'nonce-{nonce}' '{EmptyStyle}'",
        "img-src 'self' data: blob:",
        $"connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    private static IResult Piece(string file, HttpResponse response)
    {
        var path = Path.Combine(Folder, file);
        return Types.TryGetValue(file, out var type) && File.Exists(path) ? Kept(response, path, type) : Results.NotFound();
    }

    private static IResult WebChat(HttpRequest request, HttpResponse response)
    {
        var path = Path.Combine(Folder, "webchat.js.gz");
        if (!File.Exists(path))
            return Results.NotFound();
        if (!request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Stream(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), "text/javascript; charset=utf-8");
        response.Headers.ContentEncoding = "gzip";
        return Kept(response, path, "text/javascript; charset=utf-8");
    }

    // The browser asks each time and is told "not modified": a new build shows at once.
    private static IResult Kept(HttpResponse response, string path, string type)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        return Results.File(path, type, lastModified: File.GetLastWriteTimeUtc(path));
    }
}
