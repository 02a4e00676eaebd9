using System.Globalization;
using System.Text.Json;
using CoachBot.Benchmarks.Load;

namespace CoachBot.Benchmarks.Faults;

/// <summary>What people do beside telling of their no.</summary>
[Flags]
internal enum Habits
{
    None = 0,

    /// <summary>The channel hands every second activity over twice at once, those between once more after the next, and all once more at the end.</summary>
    Twice = 1,

    /// <summary>Edits, deletions and reactions come in between, before and after what they belong to.</summary>
    Noise = 2,

    /// <summary>Asks for help on a second device while the answer is typed on the first.</summary>
    TwoDevices = 4,

    /// <summary>The channel takes no answer to one of the lines: the next line opens the way again.</summary>
    Blocked = 8,
}

/// <summary>One person who tells a debrief, or the beginning of one, and waits for every answer.</summary>
internal sealed class FaultPerson(string name, Fleet fleet, FaultConnector connector, IReadOnlyList<IReadOnlyList<string>>? expected, Habits habits, int lines)
{
    public const int BlockedLine = 6;

    public const int Few = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly List<string> _said = [];

    public string Name { get; } = $"a:{name}";

    public Habits Habits { get; } = habits;

    /// <summary>The ids of the lines, in order; what came between has others.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. Enumerable.Range(0, lines).Select(n => string.Create(CultureInfo.InvariantCulture, $"{name}-{n}"))];

    /// <summary>How many different activities were handed over.</summary>
    public int HandedOver { get; private set; }

    /// <summary>How many lines were said, and how many of them were answered before the person gave up.</summary>
    public int Said => _said.Count;

    public int Got { get; private set; }

    public async Task TalkAsync(CancellationToken stop)
    {
        for (var at = 0; at < Lines.Count; at++)
        {
            if (!await SayAsync(at, stop))
                return;
            Got++;
        }

        if (Habits.HasFlag(Habits.Twice))
            await Task.WhenAll(_said.Select(s => fleet.DeliverAsync(s, stop)));
    }

    private async Task<bool> SayAsync(int at, CancellationToken stop)
    {
        var body = Activity(Lines[at], "message", Scenario.Debrief.Lines[at]);
        if (Habits.HasFlag(Habits.Noise) && at % 3 == 1)
            await NoiseAsync(at, stop);
        HandedOver++;
        List<Task<bool>> handing = [fleet.DeliverAsync(body, stop)];
        if (Habits.HasFlag(Habits.Twice) && at % 2 == 0)
        {
            handing.Add(fleet.DeliverAsync(body, stop));
            if (at > 0)
                handing.Add(fleet.DeliverAsync(_said[^1], stop));
        }

        if (Habits.HasFlag(Habits.TwoDevices) && at is > 1 and < 9)
        {
            HandedOver++;
            handing.Add(fleet.DeliverAsync(Activity($"{Lines[at]}-help", "message", "help"), stop));
        }

        _said.Add(body);
        if ((await Task.WhenAll(handing)).Contains(false))
            return false;
        if (expected is null)
        {
            await Records.SettleAsync(fleet);
            return true;
        }

        return await connector.Of(Name).AnsweredAsync(Lines[at], Habits.HasFlag(Habits.Blocked) && at == BlockedLine ? 1 : expected[at].Count, Patience);
    }

    // Of what is said now (before it is there), and of what was said before.
    private async Task NoiseAsync(int at, CancellationToken stop)
    {
        HandedOver += 3;
        await Task.WhenAll(
            fleet.DeliverAsync(Activity($"{Lines[at]}", "messageUpdate", "edited", "-u"), stop),
            fleet.DeliverAsync(Activity($"{Lines[Math.Max(0, at - 1)]}", "messageDelete", "", $"-d{at}"), stop),
            fleet.DeliverAsync(Activity($"{Lines[at]}", "messageReaction", "", "-r"), stop));
    }

    // As Teams writes it. An edit has an id of its own here: the same id again is the same activity.
    private string Activity(string id, string type, string text, string more = "") => $$"""
        {
          "type": "{{type}}", "text": {{JsonSerializer.Serialize(text)}}, "textFormat": "plain", "locale": "en-US",
          "id": "{{id}}{{more}}", "channelId": "msteams", "serviceUrl": "{{connector.Address}}",
          "timestamp": "2026-11-22T03:55:32.438Z", "localTimestamp": "2026-11-22T03:55:32.438+00:00", "localTimezone": "UTC",
          "from": { "id": "29:{{Name[2..]}}", "name": "Alex Wilber" },
          "recipient": { "id": "28:coach", "name": "CoachBot" },
          "conversation": { "conversationType": "personal", "tenantId": "tenant-{{Math.Abs(Name.GetHashCode(StringComparison.Ordinal)) % 50}}", "id": "{{Name}}" },
          "channelData": { "tenant": { "id": "tenant-{{Math.Abs(Name.GetHashCode(StringComparison.Ordinal)) % 50}}" } }
        }
        """;
}
