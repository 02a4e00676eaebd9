using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

// Reads one next step's file; whatever is wrong with it is noted with its line, and reading goes on.
internal sealed class StepReader(NextStep step, YamlPart file, IReadOnlyCollection<string> articles)
{
    public const int FewestWordings = 3;

    private static readonly Tone[] Tones = Enum.GetValues<Tone>();

    public StepScripts Read()
    {
        file.Knows("step", "follows", "title", "why", "coach", "greeting", "moves", "wordings");
        if (file.Text("step") != step.Key())
            file.Optional("step")?.Mistake($"the file is named for '{step.Key()}', so this is its step");
        var moves = file.Items("moves").Select(ReadMove).ToList();
        foreach (var twice in moves.GroupBy(m => m.Id).Where(g => g.Count() > 1))
            file.Optional("moves")?.Mistake($"the move '{twice.Key}' is there twice");
        return new StepScripts(
            step, ReadFollows(), file.Text("title"), file.Text("why"), file.Text("coach"), moves, ReadWordings(moves),
            file.Optional("greeting") is { } greeting ? Say.ReadFrame(greeting, Check) : null);
    }

    private List<string> ReadFollows()
    {
        var keys = new List<string>();
        foreach (var part in file.Items("follows"))
        {
            keys.Add(part.AsText());
            if (!articles.Contains(keys[^1]))
                part.Mistake($"'{keys[^1]}' is no article; articles are {string.Join(", ", articles)}");
        }

        return keys;
    }

    private Move ReadMove(YamlPart part)
    {
        part.Knows("id", "means", "optional", "when", "held", "asks", "lines", "stage");
        if (part.Optional("when") is { } when && !Circumstances.Knows(when.AsText()))
            when.Mistake($"'{when.AsText()}' is not a circumstance; known are {Circumstances.Vocabulary}");
        if (part.Optional("lines") is { } lines && lines.AsText() != SharedLines.AcknowledgeKey)
            lines.Mistake($"the only shared lines are '{SharedLines.AcknowledgeKey}'");
        if (part.Optional("asks") is { } asks && asks.AsText() is not (Move.AsksOnce or Move.MayAsk))
            asks.Mistake($"'asks' is {Move.AsksOnce} or {Move.MayAsk}");
        return new Move(
            part.Text("id"), part.Text("means"), part.Flag("optional"), part.OptionalText("when"), part.Flag("held"), part.Optional("lines") is not null, part.OptionalText("asks"),
            part.Optional("stage") is { } stage ? ReadStage(stage) : null);
    }

    private static Dictionary<Medium, string> ReadStage(YamlPart stage)
    {
        var directions = new Dictionary<Medium, string>();
        foreach (var (key, value) in stage.Entries())
        {
            if (TryMedium(key, out var medium))
                directions[medium] = value.AsText();
            else
                value.Mistake($"'{key}' is no medium; media are speaking, message");
        }

        return directions;
    }

    private List<Wording> ReadWordings(List<Move> moves)
    {
        var wordings = new List<Wording>();
        foreach (var part in file.Items("wordings"))
        {
            part.Knows(["id", "for", .. Tones.Select(Key)]);
            if (!TryMedium(part.Text("for"), out var medium))
                part.Mistake("'for' is speaking or message");
            if (wordings.Any(w => w.Id == part.Text("id")))
                part.Mistake($"the wording '{part.Text("id")}' is there twice");
            wordings.Add(new Wording(part.Text("id"), medium, Tones.ToDictionary(t => t, t => ReadTone(part, t, moves))));
        }

        foreach (var medium in Enum.GetValues<Medium>())
        {
            if (wordings.Count(w => w.Medium == medium) is < FewestWordings and var count)
                file.Optional("wordings")?.Mistake($"{count} wordings for {Key(medium)}; there are at least {FewestWordings}");
        }

        return wordings;
    }

    private Dictionary<string, Say> ReadTone(YamlPart wording, Tone tone, List<Move> moves)
    {
        var says = new Dictionary<string, Say>(StringComparer.Ordinal);
        if (wording.Required(Key(tone)) is not { } part)
            return says;
        var last = -1;
        foreach (var (id, line) in part.Entries())
        {
            var place = moves.FindIndex(m => m.Id == id && m.TakesWords);
            if (place < 0)
                line.Mistake($"'{id}' is no move with words here; moves are {string.Join(", ", moves.Where(m => m.TakesWords).Select(m => m.Id))}");
            else if (place < last)
                line.Mistake($"'{id}' comes before '{moves[last].Id}': moves keep the method's order");
            last = Math.Max(last, place);
            says[id] = Say.Read(line, (p, text) => Check(p, text, moves.Find(m => m.Id == id)?.Asks));
        }

        foreach (var move in moves.Where(m => m.NeedsWords && !says.ContainsKey(m.Id)))
            part.Mistake($"the move '{move.Id}' is missing");
        return says;
    }

    private void Check(YamlPart part, string text) => Promises.Check(step, part, text);

    private void Check(YamlPart part, string text, string? asks)
    {
        Check(part, text);
        var questions = text.Count(c => c == '?');
        if (questions > 1 || (questions == 1 && asks is null) || (questions == 0 && asks == Move.AsksOnce))
            part.Mistake(asks is null ? "this move asks nothing: take out the question" : $"this move asks {asks}, and here are {questions} questions");
    }

    private static bool TryMedium(string key, out Medium medium) => Enum.TryParse(key, ignoreCase: true, out medium) && Enum.IsDefined(medium);

    private static string Key<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
