using System.Text.Json.Serialization;

namespace CoachBot.Flows;

/// <summary>What was answered to one question: the person's own text, the options that were meant, or neither (left open).</summary>
public sealed record Answer(string Question, string Text, IReadOnlyList<string> Options)
{
    [JsonIgnore]
    public string? Chosen => Options.Count > 0 ? Options[0] : null;

    [JsonIgnore]
    public bool LeftOpen => Text.Length == 0 && Options.Count == 0;

    public static Answer Open(string question) => new(question, "", []);

    public static Answer Of(string question, string option, string text = "") => new(question, text, new[] { option });
}

/// <summary>The answers of one case in the order in which they were given, so that "back" is always the last of them.</summary>
public sealed class FlowAnswers
{
    public List<Answer> Given { get; set; } = [];

    public Answer? Find(string question) => Given.Find(a => a.Question == question);

    public bool Has(string question) => Find(question) is not null;

    public string TextOf(string question) => Find(question)?.Text ?? "";

    /// <summary>Keeps an answer; one given earlier to the same question is replaced in its place.</summary>
    public void Keep(Answer answer)
    {
        var at = Given.FindIndex(a => a.Question == answer.Question);
        if (at >= 0)
            Given[at] = answer;
        else
            Given.Add(answer);
    }

    public Answer? TakeBack()
    {
        if (Given.Count == 0)
            return null;
        var last = Given[^1];
        Given.RemoveAt(Given.Count - 1);
        return last;
    }

    public void Drop(params ReadOnlySpan<string> questions)
    {
        foreach (var question in questions)
            Given.RemoveAll(a => a.Question == question);
    }

    /// <summary>Whether a question's turn has come: its condition holds and it has not been answered.</summary>
    public bool Wants(Question question, string? after = null) =>
        !Has(question.Id)
        && (question.OnlyIf is not { } only || Find(only.Question)?.Chosen == only.Option)
        && (question.Unless is not { } unless || Find(unless.Question)?.Chosen is not { } chosen || !unless.Options.Contains(chosen))
        && (question.OnlyAfter.Count == 0 || (after is not null && question.OnlyAfter.Contains(after)));
}
