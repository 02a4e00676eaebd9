using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>Puts an earlier answer right: "actually it was twice", "change the customer".</summary>
public sealed class DebriefCorrections(Commands commands, AnswerReader answers, NoKinds kinds, IReadOnlyDictionary<string, Flow> flows)
{
    // A longer text that begins with "actually" tells something; it does not correct.
    private const int MostWords = 6;

    private readonly IReadOnlyList<Question> _questions = flows["debrief"].Questions;

    /// <param name="no">The case.</param>
    /// <param name="text">What the rep typed.</param>
    /// <param name="quoting">The customer is being quoted: only a whole answer is taken for a correction.</param>
    /// <returns>False if the text corrects nothing that was answered.</returns>
    public bool Apply(DebriefCase no, string text, bool quoting)
    {
        ArgumentNullException.ThrowIfNull(no);
        if (commands.Correction(text) is not { } rest || TypedText.WordCount(rest) > MostWords)
            return false;
        if (Named(no, rest) is { } named)
            no.Answers.Drop(named.Id);
        else if ((Corrected(no, q => AnswerReader.Exactly(q, rest)) ?? (quoting || NamesAKind(no, rest) ? null : Corrected(no, q => Loosely(q, rest)))) is { } answer)
            no.Answers.Keep(answer);
        else
            return false;
        // Everything that followed from the old answer follows from the new one.
        no.Answers.Drop("doubt", "verdict", "words", "commitment");
        return true;
    }

    // A stray "no" somewhere in the words is no answer to "did you ask why?".
    private Answer? Loosely(Question question, string rest) =>
        question.Options.Any(o => o.Id == "no") ? null : answers.Read(question, rest);

    // At the reading, "no, it was the price" puts the reading right.
    private bool NamesAKind(DebriefCase no, string rest) => no.Asking == VerdictPrompt.Name && VerdictPrompt.KindIn(rest, kinds) is not null;

    private Question? Named(DebriefCase no, string rest)
    {
        var name = rest.StartsWith("the ", StringComparison.Ordinal) ? rest[4..] : rest;
        return _questions.FirstOrDefault(q => no.Answers.Has(q.Id) && (name == TypedText.Normalize(q.Id) || name == TypedText.Normalize(q.Label)));
    }

    // The guess was a guess; it is not put right afterwards.
    private Answer? Corrected(DebriefCase no, Func<Question, Answer?> read) =>
        Enumerable.Reverse(no.Answers.Given)
            .Select(given => _questions.FirstOrDefault(q => q.Id == given.Question))
            .OfType<Question>()
            .Where(q => q.Kind is QuestionKind.Choice or QuestionKind.Count && q.Id != "guess")
            .Select(read)
            .FirstOrDefault(a => a is { Options.Count: > 0 });
}
