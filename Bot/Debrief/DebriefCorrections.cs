using CoachBot.Conversation;
using CoachBot.Flows;

namespace CoachBot.Debrief;

/// <summary>Puts an earlier answer right: "actually it was twice", "change the customer".</summary>
public sealed class DebriefCorrections(Commands commands, AnswerReader answers, IReadOnlyDictionary<string, Flow> flows)
{
    // A longer text that begins with "actually" tells something; it does not correct.
    private const int MostWords = 6;

    private readonly IReadOnlyList<Question> _questions = flows["debrief"].Questions;

    /// <summary>False if the text corrects nothing that was answered.</summary>
    public bool Apply(DebriefCase no, string text)
    {
        ArgumentNullException.ThrowIfNull(no);
        if (commands.Correction(text) is not { } rest || TypedText.WordCount(rest) > MostWords)
            return false;
        if (Named(no, rest) is { } named)
            no.Answers.Drop(named.Id);
        else if (Corrected(no, rest) is { } answer)
            no.Answers.Keep(answer);
        else
            return false;
        // Everything that followed from the old answer follows from the new one.
        no.Answers.Drop("doubt", "verdict", "words", "commitment");
        return true;
    }

    private Question? Named(DebriefCase no, string rest)
    {
        var name = rest.StartsWith("the ", StringComparison.Ordinal) ? rest[4..] : rest;
        return _questions.FirstOrDefault(q => no.Answers.Has(q.Id) && (name == TypedText.Normalize(q.Id) || name == TypedText.Normalize(q.Label)));
    }

    // The guess was a guess; it is not put right afterwards.
    private Answer? Corrected(DebriefCase no, string rest) =>
        Enumerable.Reverse(no.Answers.Given)
            .Select(given => _questions.FirstOrDefault(q => q.Id == given.Question))
            .OfType<Question>()
            .Where(q => q.Kind is QuestionKind.Choice or QuestionKind.Count && q.Id != "guess")
            .Select(q => answers.Read(q, rest))
            .FirstOrDefault(a => a is { Options.Count: > 0 });
}
