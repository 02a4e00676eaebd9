using System.Security.Cryptography;
using System.Text;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>What lies open on one person's desk: whether they were greeted, and the case being debriefed.</summary>
public sealed class DeskNotes
{
    public bool Welcomed { get; set; }

    public int Cases { get; set; }

    public DebriefCase? Open { get; set; }

    /// <summary>The questions that the dialogs under way were built from.</summary>
    public string? Questions { get; set; }
}

/// <summary>One person's finished cases, the newest last. Kept apart from the desk, so that a turn does not carry them along.</summary>
public sealed class CaseBook(IStorage storage) : PersonState(storage, "cases");

/// <summary>Opens, closes and finds the cases of the person whose turn it is.</summary>
public sealed class DebriefDesk(PersonState person, CaseBook book, TimeProvider clock)
{
    private const int MostKept = 20;

    private readonly IStatePropertyAccessor<DeskNotes> _notes = person.CreateProperty<DeskNotes>("desk");
    private readonly IStatePropertyAccessor<List<DebriefCase>> _closed = book.CreateProperty<List<DebriefCase>>("closed");

    public Task<DeskNotes> NotesAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        _notes.GetAsync(turn, () => new DeskNotes(), cancellationToken);

    public async Task<DebriefCase?> OpenCaseAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await NotesAsync(turn, cancellationToken)).Open;

    /// <exception cref="InvalidOperationException">No case is open: a dialog of the debrief runs only while one is.</exception>
    public async Task<DebriefCase> CurrentAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        await OpenCaseAsync(turn, cancellationToken) ?? throw new InvalidOperationException("A debrief runs without an open case.");

    public async Task<DebriefCase> StartAsync(ITurnContext turn, bool asForm, string opening, CancellationToken cancellationToken)
    {
        var notes = await NotesAsync(turn, cancellationToken);
        // A case that had come back is not lost when another is begun: it can come back again.
        if (notes.Open is { } left && (left.GoesOn || left.Rounds.Count > 0))
            await CloseAsync(turn, cancellationToken);
        notes.Open = new DebriefCase { Number = ++notes.Cases, Mark = MarkOf(turn.Activity), AsForm = asForm, Opening = opening, Opened = clock.GetUtcNow() };
        return notes.Open;
    }

    public async Task CloseAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var notes = await NotesAsync(turn, cancellationToken);
        if (notes.Open is not { } done)
            return;
        done.Closed = clock.GetUtcNow();
        done.Asking = null;
        var closed = await ClosedAsync(turn, cancellationToken);
        closed.RemoveAll(c => c.Number == done.Number);
        closed.Add(done);
        if (closed.Count > MostKept)
            closed.RemoveRange(0, closed.Count - MostKept);
        notes.Open = null;
    }

    /// <summary>The finished case whose recap carries this nonce, or, without one, the newest that can still go on.</summary>
    public async Task<DebriefCase?> FindClosedAsync(ITurnContext turn, string? nonce, CancellationToken cancellationToken)
    {
        var closed = await ClosedAsync(turn, cancellationToken);
        return nonce is null ? closed.FindLast(c => !c.IsQuiet && !c.Won) ?? closed.LastOrDefault() : closed.FindLast(c => c.Recap.Nonce == nonce);
    }

    /// <summary>The finished case with this number; null where it is no longer kept.</summary>
    public async Task<DebriefCase?> FindClosedAsync(ITurnContext turn, int number, CancellationToken cancellationToken) =>
        (await ClosedAsync(turn, cancellationToken)).FindLast(c => c.Number == number);

    /// <summary>Puts a finished case back on the desk, with the question "what did they answer?" to be asked next.</summary>
    public async Task TakeUpAsync(ITurnContext turn, DebriefCase again, string saidNow, CancellationToken cancellationToken)
    {
        (await ClosedAsync(turn, cancellationToken)).Remove(again);
        (await NotesAsync(turn, cancellationToken)).Open = again;
        again.Closed = null;
        again.ComeBack(saidNow);
    }

    private static string MarkOf(Activity activity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ChannelId}\n{activity.Conversation?.Id}\n{activity.From?.Id}")).AsSpan(0, 4));

    private Task<List<DebriefCase>> ClosedAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        _closed.GetAsync(turn, () => [], cancellationToken);
}
