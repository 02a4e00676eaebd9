using CoachBot.Storage.Tables;
using Microsoft.Bot.Schema;

namespace CoachBot.Channels.Turns;

/// <summary>Makes a row of the outbox for a message that nobody asked for.</summary>
public static class UnaskedMessage
{
    /// <summary>The id that such a row is known by before the channel has given one.</summary>
    public static string NewMark() => OngoingTurn.NewMark();

    /// <param name="mark">Its id; the message may carry it.</param>
    /// <param name="to">The conversation it goes to.</param>
    /// <param name="message">What is said.</param>
    /// <param name="person">Whom it reaches.</param>
    /// <param name="about">The keys of the customers it is about.</param>
    /// <param name="now">The database's time.</param>
    public static async Task<OutboxRow> RowAsync(string mark, ConversationRow to, Activity message, string person, IEnumerable<string> about, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(message);
        var reference = await ActivityJson.ReadAsync<ConversationReference>(to.Reference) ?? throw new InvalidDataException("Where the conversation is reached cannot be read.");
        message.ApplyConversationReference(reference);
        return new OutboxRow
        {
            Conversation = to.Key,
            Mark = mark,
            Kind = OutboxKind.Send,
            Person = person,
            About = string.Join('\n', about.Distinct(StringComparer.Ordinal)),
            Status = OutboxStatus.Waiting,
            Body = await ActivityJson.WriteAsync(message),
            Created = now,
            Due = now,
        };
    }
}
