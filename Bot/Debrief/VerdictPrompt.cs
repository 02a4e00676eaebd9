using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.Reading;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>Shows the reading and lets the rep put it right in one tap, or in words ("no, it was the price").</summary>
public sealed class VerdictPrompt(ReadingCard card, DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "verdict";
    private const string Correct = "correct";

    protected override Question QuestionOf(DebriefCase no) => new(Name, QuestionKind.Choice, Tools.Phrases.Say(DebriefWords.ReadingAsk))
    {
        Retry = Tools.Phrases.Say(DebriefWords.ReadingNotUnderstood),
        Help = Tools.Phrases.Say(DebriefWords.ReadingAsk),
        Options = [.. Tools.Kinds.All.Select(k => new QuestionOption(k.Id, k.Tap, k.Heard))],
    };

    protected override Activity Put(ITurnContext turn, DebriefCase no, Question question, string words, string nonce) =>
        PlainMessage.Of(Tools.Scripts.FirstLine(no), card.Fill(no, Tools.Reader.Read(no), nonce));

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, CardPress press) => press.Answer switch
    {
        CaseReader.Fits => [Answer.Of(Name, CaseReader.Fits)],
        Correct => Kind(press.Inputs.GetValueOrDefault("correction")),
        var id => Kind(id),
    };

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text)
    {
        var said = TypedText.Normalize(text);
        if (Tools.Commands.Typed(CaseReader.Fits).Contains(said))
            return [Answer.Of(Name, CaseReader.Fits)];
        return Kind(KindIn(said, Tools.Kinds)?.Id);
    }

    // The reading stays to be read; put right, it says what the rep said it was.
    protected override Attachment Settled(ITurnContext turn, DebriefCase no, Question question, IReadOnlyList<Answer> answers)
    {
        no.Answers.Keep(answers[0]);
        return card.Fill(no, Tools.Reader.Read(no), nonce: null);
    }

    /// <summary>The kind of no that normalized words name, by the longest of its phrases.</summary>
    public static NoKind? KindIn(string said, NoKinds kinds) => kinds.All
        .SelectMany(k => k.Heard.Append(k.Tap).Select(h => (Kind: k, Heard: TypedText.Normalize(h))))
        .Where(k => TypedText.Holds(said, k.Heard))
        .OrderByDescending(k => k.Heard.Length)
        .Select(k => k.Kind)
        .FirstOrDefault();

    private Answer[]? Kind(string? id) => Tools.Kinds.Find(id) is { } kind ? [Answer.Of(Name, kind.Id)] : null;
}
