using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Channels.Turns;

/// <summary>Takes in what a channel hands over: once it stands in the database, it will be worked on, and once.</summary>
internal sealed class Inbox(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock)
{
    /// <summary>The row of this activity: a new one, or the one that it has already if it came before.</summary>
    /// <exception cref="DbException">It could not be stored, so it must not be acknowledged.</exception>
    public async Task<Taken> TakeAsync(Activity activity, string body, CancellationToken cancellationToken)
    {
        var conversation = PersonState.ConversationOf(activity);
        var row = new InboxRow
        {
            Conversation = conversation,
            ActivityId = string.IsNullOrEmpty(activity.Id) ? $"none-{RandomNumberGenerator.GetHexString(16)}" : activity.Id,
            Press = PressOf(activity),
            Body = body,
            Received = clock.Now,
        };
        var reference = activity.GetConversationReference();
        // The same for every activity of a conversation, as long as its address is.
        reference.ActivityId = null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await KnowAsync(database, conversation, await ActivityJson.WriteAsync(reference), cancellationToken);
        if (await AddAsync(database, row, cancellationToken) is not [var id])
        {
            // Not found: it is of a person who has had everything deleted since.
            var before = await FindAsync(database, row, cancellationToken);
            return new Taken(before?.Id ?? 0, conversation, before?.Received ?? row.Received, Before: true);
        }

        await transaction.CommitAsync(cancellationToken);
        return new Taken(id, conversation, row.Received, Before: false);
    }

    /// <summary>What came of it: null while it is waited for, nothing where it was deleted.</summary>
    public async Task<string?> AnswerAsync(long id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = await database.Inbox.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellationToken);
        return row is { Status: InboxStatus.Waiting } or { Answer: StoredAnswer.Held } ? null : row?.Answer ?? "";
    }

    /// <summary>What was held back may be given now.</summary>
    public async Task ReleaseAsync(long id, string answer, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await database.Inbox.Where(i => i.Id == id && i.Answer == StoredAnswer.Held).ExecuteUpdateAsync(set => set.SetProperty(i => i.Answer, answer), cancellationToken);
    }

    private static Task<InboxRow?> FindAsync(CoachDatabase database, InboxRow row, CancellationToken cancellationToken) => row.Press is null
        ? database.Inbox.AsNoTracking().FirstOrDefaultAsync(i => i.Conversation == row.Conversation && i.ActivityId == row.ActivityId, cancellationToken)
        : database.Inbox.AsNoTracking().FirstOrDefaultAsync(i => i.Conversation == row.Conversation && (i.ActivityId == row.ActivityId || i.Press == row.Press), cancellationToken);

    // Nothing comes back of one that is there already, or was before everything of its person was deleted; also when two nodes take it at once.
    private static Task<List<long>> AddAsync(CoachDatabase database, InboxRow row, CancellationToken cancellationToken)
    {
        var received = row.Received.ToUnixTimeMilliseconds();
        var (forgotten, pressForgotten) = (ForgottenRow.HashOf(row.Conversation, row.ActivityId), ForgottenRow.HashOf(row.Conversation, row.Press ?? row.ActivityId));
        return database.Database.SqlQuery<long>(
            $"INSERT INTO inbox (conversation, activity_id, press, status, body, tries, received) SELECT {row.Conversation}, {row.ActivityId}, {row.Press}, 0, {row.Body}, 0, {received} WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE hash IN ({forgotten}, {pressForgotten})) ON CONFLICT DO NOTHING RETURNING id AS \"Value\"")
            .ToListAsync(cancellationToken);
    }

    // The newest address that a validated activity came from is where the conversation is reached.
    private static Task<int> KnowAsync(CoachDatabase database, string conversation, string reference, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"INSERT INTO conversations (key, token, leased_until, reference) VALUES ({conversation}, 0, 0, {reference}) ON CONFLICT (key) DO UPDATE SET reference = excluded.reference WHERE conversations.reference <> excluded.reference",
            cancellationToken);

    // A channel that waited in vain sends an invoke again under another id; the button that was pressed, and what it carried, is the same.
    private static string? PressOf(Activity activity)
    {
        if (activity.Type != ActivityTypes.Invoke || ActivityValue.AsJson(activity.Value) is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object
            || !action.TryGetProperty("data", out var data) || ActivityValue.Text(data, "nonce") is null)
        {
            return null;
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.From?.Id}\n{data.GetRawText()}")));
    }
}

/// <summary>An activity that is stored, and whether it had been before.</summary>
internal sealed record Taken(long Id, string Conversation, DateTimeOffset Received, bool Before);
