using System.Globalization;
using CoachBot.Conversation;
using CoachBot.Reading;

namespace CoachBot.Flows;

/// <summary>Reads what a person typed as the answer to one question; buttons and ticks come by their ids.</summary>
public sealed class AnswerReader(Commands commands, CueBook cues)
{
    /// <summary>The answer; null if the text is none and the question must be put again.</summary>
    public Answer? Read(Question question, string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
            return null;
        text = TypedText.Shorten(text, question.Longest, "");
        if (ByOption(question, text) is { } chosen)
            return chosen;
        if (question.Nothing is not null && (commands.IsNothing(text) || Same(text, question.Nothing)))
            return Answer.Of(question.Id, "nothing");
        if (question.Optional && (commands.IsSkip(text) || Same(text, question.Skip)))
            return Answer.Open(question.Id);
        return question.Kind switch
        {
            QuestionKind.Text or QuestionKind.LongText => HasWords(text) ? new Answer(question.Id, text, []) : null,
            QuestionKind.Cues => new Answer(question.Id, text, [.. cues.FindIn(text).Select(c => c.Id).Distinct()]),
            QuestionKind.Count => ByNumber(question, text),
            _ => question.Optional ? new Answer(question.Id, text, []) : null,
        };
    }

    /// <summary>Whether the whole text is one of the question's own options.</summary>
    public static bool IsOption(Question question, string text) => OptionOf(question, TypedText.Normalize(text)) is not null;

    /// <summary>The option that the whole text is; null if it is none.</summary>
    public static Answer? Exactly(Question question, string text) =>
        OptionOf(question, TypedText.Normalize(text)) is { } option ? Answer.Of(question.Id, option.Id) : null;

    private static Answer? ByOption(Question question, string text)
    {
        if (question.Options.Count == 0)
            return null;
        var normal = TypedText.Normalize(text);
        if (OptionOf(question, normal) is { } option)
            return Answer.Of(question.Id, option.Id, question.Kind is QuestionKind.Text or QuestionKind.LongText ? option.Says : "");
        // Of an open question, only a whole answer is an option: "explained" inside a story is part of the story.
        return question.Kind is QuestionKind.Choice or QuestionKind.Count ? ByLongestHeard(question, text, normal) : null;
    }

    private static QuestionOption? OptionOf(Question question, string normal) => normal.Length == 0 ? null
        : question.Options.FirstOrDefault(o => normal == TypedText.Normalize(o.Says) || normal == TypedText.Normalize(o.Id) || o.Heard.Any(h => normal == TypedText.Normalize(h)));

    private static Answer? ByLongestHeard(Question question, string text, string normal)
    {
        var best = (Length: 0, Option: default(QuestionOption));
        var tied = false;
        foreach (var option in question.Options)
        {
            foreach (var heard in option.Heard.Append(option.Says).Select(TypedText.Normalize))
            {
                if (heard.Length < best.Length || !TypedText.Holds(normal, heard))
                    continue;
                tied = heard.Length == best.Length && best.Option != option;
                best = (heard.Length, option);
            }
        }

        return best.Option is null || tied ? null : Answer.Of(question.Id, best.Option.Id, text);
    }

    private static Answer? ByNumber(Question question, string text)
    {
        var digits = new string([.. text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1000
            ? new Answer(question.Id, digits, [Math.Min(n, question.Options.Count).ToString(CultureInfo.InvariantCulture)])
            : null;
    }

    private static bool Same(string text, string? other) => other is not null && TypedText.Normalize(text) == TypedText.Normalize(other);

    private static bool HasWords(string text) => text.Any(c => !char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format);
}
