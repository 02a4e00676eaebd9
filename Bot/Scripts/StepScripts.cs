using CoachBot.Reading;

namespace CoachBot.Scripts;

// One file of Prompts/scripts/: a next step, its moves in order, and its wordings.
internal sealed record StepScripts(
    NextStep Step, IReadOnlyList<string> Follows, string Title, string Why, string Coach,
    IReadOnlyList<Move> Moves, IReadOnlyList<Wording> Wordings, Frame? Greeting)
{
    public IEnumerable<Script> Fill(ScriptRequest request, Slots slots, SharedLines shared)
    {
        var circumstances = new Circumstances(request);
        return Wordings.Where(w => w.Medium == request.Medium).Select((wording, place) => new Script(
            wording.Id, Step, Follows, Title, Why, Coach, request.Medium, request.Tone,
            [.. Opening(), .. Moves.Where(m => m.When is null || circumstances.Hold(m.When)).SelectMany(m => Line(m, wording, place))]));

        IEnumerable<ScriptLine> Opening()
        {
            if (request.Medium == Medium.Message)
                yield return new ScriptLine(ScriptLine.Greeting, (Greeting ?? shared.Greeting(request.Tone)).Fill(slots), Spoken: true);
        }

        IEnumerable<ScriptLine> Line(Move move, Wording wording, int place)
        {
            if (move.Stage is { } stage)
            {
                if (stage.TryGetValue(request.Medium, out var direction))
                    yield return new ScriptLine(move.Id, direction, Spoken: false);
                yield break;
            }

            var frame = move.FromShared
                ? shared.Acknowledge(request.Medium, request.Tone, place)
                : wording.Says(request.Tone, move.Id)?.For(circumstances);
            if (frame?.Fill(slots) is { Length: > 0 } text)
                yield return new ScriptLine(move.Id, text, Spoken: true, move.Held);
        }
    }
}

// A move of the method: what it means, and when it is made.
internal sealed record Move(
    string Id, string Means, bool Optional, string? When, bool Held, bool FromShared, string? Asks, IReadOnlyDictionary<Medium, string>? Stage)
{
    public const string AsksOnce = "once";
    public const string MayAsk = "maybe";

    public bool NeedsWords => !Optional && !FromShared && Stage is null;

    public bool TakesWords => !FromShared && Stage is null;
}

// One way of saying it, in four tones.
internal sealed record Wording(string Id, Medium Medium, IReadOnlyDictionary<Tone, Dictionary<string, Say>> Tones)
{
    public Say? Says(Tone tone, string move) => Tones[tone].GetValueOrDefault(move);
}
