using System.Net;
using System.Reflection;
using CoachBot.Conversation;

namespace CoachBot.MyData;

/// <summary>The page behind the link: it holds nobody's data, and no script or style but its own.</summary>
internal sealed class ExportPage(Phrases phrases)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public IResult Show(HttpRequest request, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        var page = Piece("my-data.html").Replace("{page}", request.PathBase + ExportLinks.Page, StringComparison.Ordinal);
        foreach (var (slot, key) in Slots)
            page = page.Replace(slot, WebUtility.HtmlEncode(phrases.Say(key)), StringComparison.Ordinal);
        return Results.Text(page, "text/html; charset=utf-8");
    }

    public static IResult Style() => Results.Text(Piece("my-data.css"), "text/css; charset=utf-8");

    public static IResult Script() => Results.Text(Piece("my-data.js"), "text/javascript; charset=utf-8");

    private static readonly (string Slot, string Key)[] Slots =
    [
        ("{title}", MyDataWords.PageTitle), ("{intro}", MyDataWords.PageIntro), ("{all}", MyDataWords.PageAll), ("{debriefs}", MyDataWords.PageDebriefs),
        ("{customers}", MyDataWords.PageCustomers), ("{promises}", MyDataWords.PagePromises), ("{follow-ups}", MyDataWords.PageFollowUps), ("{over}", MyDataWords.PageOver),
    ];

    private static string Piece(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{name}")!);
        return reader.ReadToEnd();
    }
}
