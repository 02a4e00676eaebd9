using System.Security.Cryptography;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Channels.Turns;

/// <summary>A turn under way: what it has said so far waits here until the turn is written.</summary>
public sealed class OngoingTurn
{
    private const string MarkBegins = "mark:";

    private readonly TurnWork _work;
    private readonly DateTimeOffset _received;
    private readonly DatabaseClock _clock;
    private readonly TimeSpan _patience;

    internal OngoingTurn(TurnWork work, DateTimeOffset received, DatabaseClock clock, TimeSpan patience) =>
        (_work, _received, _clock, _patience) = (work, received, clock, patience);

    /// <summary>The channel waits no longer for the HTTP answer: what was to go there has to be sent.</summary>
    public bool IsLate => _clock.Now - _received > _patience;

    internal InvokeResponse? Invoked { get; set; }

    internal async Task<ResourceResponse> SendAsync(OutboxKind kind, Activity activity, string? target)
    {
        // The channel gives the id; until then the turn knows what it sent by a mark.
        var mark = NewMark();
        activity.Id = kind == OutboxKind.Send ? null : target;
        _work.Outgoing.Add(new OutboxRow
        {
            Conversation = _work.Conversation,
            Mark = mark,
            Kind = kind,
            Target = target,
            Person = _work.Promised?.Person,
            After = _work.Promised?.After,
            Status = OutboxStatus.Waiting,
            Body = await ActivityJson.WriteAsync(activity),
            Created = _clock.Now,
            Due = _clock.Now,
        });
        return new ResourceResponse(kind == OutboxKind.Send ? mark : target ?? "");
    }

    internal static string NewMark() => MarkBegins + RandomNumberGenerator.GetHexString(24, lowercase: true);

    internal static bool IsMark(string? id) => id?.StartsWith(MarkBegins, StringComparison.Ordinal) == true;
}
