using CoachBot.Conversation;
using CoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.MyData;

/// <summary>POST /my-data/FILE with the link's token as a form's field "token": that person's file, and 404 for everything else.</summary>
internal sealed class ExportEndpoint(IDbContextFactory<CoachDatabase> databases, ExportLinks links, PersonFile file, PersonTables tables, Phrases phrases)
{
    public const int MostBytes = 1024;
    private const string Csv = "text/csv; charset=utf-8", Json = "application/json; charset=utf-8";

    public async Task<IResult> GiveAsync(string name, HttpRequest request, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(request, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (token.Length == 0 || await links.FindAsync(database, token, cancellationToken) is not { } person || await WriteAsync(name, database, person, cancellationToken) is not { } written)
            return Over();
        // Everything may have been deleted while it was read.
        return await links.FindAsync(database, token, cancellationToken) is null ? Over() : Results.File(written, name.EndsWith(".csv", StringComparison.Ordinal) ? Csv : Json, name);
    }

    private async Task<byte[]?> WriteAsync(string name, CoachDatabase database, PersonKey person, CancellationToken cancellationToken) => name switch
    {
        "coach.json" => await file.WriteAsync(database, person, cancellationToken),
        "debriefs.csv" => await tables.DebriefsAsync(database, person, cancellationToken),
        "customers.csv" => await tables.NamesAsync(database, person, cancellationToken),
        "promises.csv" => await tables.PromisesAsync(database, person, cancellationToken),
        "follow-ups.csv" => await tables.FollowUpsAsync(database, person, cancellationToken),
        _ => null,
    };

    private static async Task<string> TokenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.HasFormContentType && request.ContentLength <= MostBytes ? (await request.ReadFormAsync(cancellationToken))["token"].ToString() : "";
        }
        catch (Exception noForm) when (noForm is InvalidDataException or BadHttpRequestException or IOException)
        {
            return "";
        }
    }

    private IResult Over() => Results.Text(phrases.Say(MyDataWords.PageOver), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
}
