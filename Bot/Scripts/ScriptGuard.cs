using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

/// <summary>A line that a language model worded, and the move it makes.</summary>
public sealed record WordingLine(string Move, string Text);

/// <summary>
/// Decides whether a language model's wording of a written script may be shown. What is forbidden stands in
/// Prompts/model/wording-guard.yaml; and a word that neither the rep, the script nor everyday talk has is taken for a fact.
/// </summary>
public sealed class ScriptGuard
{
    private const double MostLonger = 1.3;
    private const int MostOfTheirWords = 6;
    // So many unknown words are no fact, they are another language.
    private const double Foreign = 0.4;

    private readonly ScriptBook _scripts;
    private readonly WordingPhrases _phrases;
    private readonly EverydayWords _everyday;
    private readonly Dictionary<NextStep, Lazy<StepWords>> _steps;

    private ScriptGuard(ScriptBook scripts, WordingPhrases phrases, EverydayWords everyday)
    {
        (_scripts, _phrases, _everyday) = (scripts, phrases, everyday);
        _steps = NextSteps.All.ToDictionary(step => step, step => new Lazy<StepWords>(() => new StepWords(step, scripts, phrases)));
    }

    public static ScriptGuard Read(ContentFolder folder, ScriptBook scripts, Mistakes mistakes)
    {
        // What is wrong with words.yaml is reported where the rules are read.
        var lists = WordLists.Read(folder, new Mistakes());
        return new ScriptGuard(scripts, WordingPhrases.Read(folder, lists, mistakes), EverydayWords.Read(folder, lists, mistakes));
    }

    /// <summary>Whether a model is asked for wordings of this step at all.</summary>
    public static bool MayBeWorded(NextStep step) => step is not (NextStep.HonourNo or NextStep.BackOff);

    /// <summary>The lines that may be worded anew. The others stay: the greeting, the apology, what the rep fills in, what is held back, the stage directions.</summary>
    public static IReadOnlyList<WordingLine> OpenLines(Script written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return [.. written.Lines
            .Where(l => l.Spoken && !l.Held && l.Move is not (ScriptLine.Greeting or SharedLines.AcknowledgeKey) && !l.Text.Contains(Slots.BlankOpens))
            .Select(l => new WordingLine(l.Move, l.Text))];
    }

    /// <summary>Why the wording is refused; null if it may be shown.</summary>
    /// <param name="request">What the words are for, and what the rep told.</param>
    /// <param name="written">The script that was to be worded.</param>
    /// <param name="wording">The new words for its <see cref="OpenLines"/>.</param>
    public WhyRefused? Check(ScriptRequest request, Script written, IReadOnlyList<WordingLine> wording)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(wording);
        if (!MayBeWorded(request.Step))
            return WhyRefused.StaysAsWritten;
        var open = OpenLines(written);
        if (!open.Select(l => l.Move).SequenceEqual(wording.Select(l => l.Move)) || wording.Any(l => string.IsNullOrWhiteSpace(l.Text)))
            return WhyRefused.OtherMoves;
        var facts = new ToldFacts(request, _scripts, _phrases);
        var lines = wording.Select(l => new WordingLine(l.Move, facts.Mask(l.Text.Trim()))).ToList();
        return SignsOf(lines)
            ?? LanguageOf(lines, facts, request.Step)
            ?? (IsTooLong(wording, open) ? (WhyRefused?)WhyRefused.TooLong : null)
            ?? PhrasesOf(lines, facts, request.Step)
            ?? QuestionsOf(lines, open)
            ?? FactsOf(lines, facts, request.Step)
            ?? MovesOf(lines, request.Step);
    }

    private static WhyRefused? SignsOf(IReadOnlyList<WordingLine> lines) =>
        lines.Select(l => WordingSigns.Of(l.Text)).OfType<WhyRefused>().Order().Cast<WhyRefused?>().FirstOrDefault();

    private WhyRefused? LanguageOf(IReadOnlyList<WordingLine> lines, ToldFacts facts, NextStep step)
    {
        var words = lines.SelectMany(l => _phrases.WordsOf(l.Text)).ToList();
        return words.Count(w => !IsKnown(w, facts, step)) > words.Count * Foreign ? WhyRefused.OtherLanguage : null;
    }

    private static bool IsTooLong(IReadOnlyList<WordingLine> wording, IReadOnlyList<WordingLine> open) =>
        Words(wording) > Math.Ceiling(Words(open) * MostLonger)
        || wording.Sum(l => l.Text.Length) > Math.Ceiling(open.Sum(l => l.Text.Length) * MostLonger);

    private static int Words(IReadOnlyList<WordingLine> lines) =>
        lines.Sum(l => l.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length);

    private WhyRefused? PhrasesOf(IReadOnlyList<WordingLine> lines, ToldFacts facts, NextStep step)
    {
        var own = _steps[step].Value;
        if (!own.NamesTheOffer && lines.SelectMany(l => _phrases.WordsOf(l.Text)).Any(w => facts.IsOfTheOffer(w) && !IsOurs(w, step)))
            return WhyRefused.Pushing;
        return lines
            .SelectMany(l => _phrases.Find(l.Text).Where(hit => !own.Says(l.Move, hit.Quote) && !_phrases.May(step, l.Move, hit.Quote)))
            .Where(hit => hit.Why is not (WhyRefused.Date or WhyRefused.Number) || !facts.Hold(hit.Quote))
            .Select(hit => (WhyRefused?)hit.Why)
            .Min();
    }

    // As many questions as the written line has, no more and no fewer.
    private static WhyRefused? QuestionsOf(IReadOnlyList<WordingLine> lines, IReadOnlyList<WordingLine> open)
    {
        var more = lines.Zip(open, (l, o) => l.Text.Count(c => c == '?') - o.Text.Count(c => c == '?')).ToList();
        return more.Exists(m => m > 0) ? WhyRefused.SecondAsk : more.Exists(m => m < 0) ? WhyRefused.MoveLeftOut : null;
    }

    private WhyRefused? FactsOf(IReadOnlyList<WordingLine> lines, ToldFacts facts, NextStep step)
    {
        if (lines.Any(l => WordingSigns.Numbers(l.Text).Any(n => !facts.HoldNumber(n))))
            return WhyRefused.Number;
        if (lines.Any(l => WordingSigns.Names(l.Text).Any(n => !facts.Hold(n))))
            return WhyRefused.Name;
        var words = lines.SelectMany(l => _phrases.WordsOf(l.Text)).ToHashSet(StringComparer.Ordinal);
        if (words.Any(w => !IsKnown(w, facts, step)))
            return WhyRefused.Fact;
        return words.Count(w => !IsOurs(w, step) && facts.IsTheirs(w)) > MostOfTheirWords ? WhyRefused.TheirWords : null;
    }

    private WhyRefused? MovesOf(IReadOnlyList<WordingLine> lines, NextStep step)
    {
        if (!lines.All(l => _phrases.MakesItsMove(step, l)))
            return WhyRefused.MoveLeftOut;
        return lines.Any(l => Modals.VerbsIn(_phrases.WordsOf(l.Text)).Any(v => !_phrases.IsVerb(v) && !_steps[step].Value.Does(v)))
            || lines.SelectMany(l => _phrases.Strays(step, l)).Any(piece => !_steps[step].Value.Holds(piece))
            ? WhyRefused.OffScript
            : null;
    }

    private bool IsKnown(string word, ToldFacts facts, NextStep step) => IsOurs(word, step) || facts.Holds(word);

    private bool IsOurs(string word, NextStep step) => _everyday.Has(word) || _steps[step].Value.Has(word);
}
