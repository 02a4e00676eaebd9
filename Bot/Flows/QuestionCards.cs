using CoachBot.Conversation;
using CoachBot.Reading;
using Microsoft.Bot.Schema;

namespace CoachBot.Flows;

/// <summary>Puts a question as a message: plain, with suggested answers, with buttons, or with ticks; and a whole flow as one form.</summary>
public sealed class QuestionCards(CardTemplates cards, CueBook cues, Phrases phrases)
{
    public const string Choices = "choices";
    public const string Ticks = "cues";
    public const string Form = "form";
    public const string Answered = "answered";

    private const string CueInput = "cues-";

    // Teams shows at most three suggested answers; more go on a card.
    private const int MostSuggested = 3;

    // After a bad call nobody reads fifty lines; what is not among these is read from the person's own words.
    private const int MostTicksInAGroup = 6;
    private const int MostTicksInAGroupOnTheForm = 3;

    public static IReadOnlyList<string> Names { get; } = [Choices, Ticks, Form, Answered];

    /// <summary>The question in these words; a card carries the nonce that makes its buttons count.</summary>
    public Activity Ask(Question question, string words, string nonce, ContactChannel channel)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Kind == QuestionKind.Cues)
            return PlainMessage.Of(words, cards.Fill(Ticks, TickValues(question, words, nonce, channel)));
        var buttons = Buttons(question);
        if (buttons.Count > MostSuggested)
            return PlainMessage.Of(words, cards.Fill(Choices, ButtonValues(buttons, words, nonce)));
        return buttons.Count == 0 ? PlainMessage.Of(words) : PlainMessage.Suggesting(words, buttons.Select(b => b.Title));
    }

    /// <summary>All questions of a flow on one card.</summary>
    public Activity AskAll(Flow flow, string nonce)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return PlainMessage.Of("", cards.Fill(Form, new Dictionary<string, object?>
        {
            ["title"] = phrases.Say(FlowWords.FormTitle),
            ["intro"] = phrases.Say(FlowWords.FormIntro),
            ["done"] = phrases.Say(FlowWords.FormDone),
            ["guided"] = phrases.Say(FlowWords.FormGuided),
            ["placeholder"] = phrases.Say(FlowWords.FormPick),
            ["nonce"] = nonce,
            ["questions"] = flow.Questions.Select(FormValues).ToList(),
        }));
    }

    /// <summary>What stands in a question's card once it is answered.</summary>
    public Attachment Settled(string answer) =>
        cards.Fill(Answered, new Dictionary<string, object?> { ["answer"] = TypedText.Shorten(answer, 200) });

    /// <summary>The input for own words beside a question's ticks on the form.</summary>
    public static string OtherOf(Question question) => question.Id + "-other";

    /// <summary>The ids of the cues that were ticked on a card.</summary>
    public static IReadOnlyList<string> Ticked(IReadOnlyDictionary<string, string> inputs) =>
        [.. inputs.Where(i => i.Key.StartsWith(CueInput, StringComparison.Ordinal)).SelectMany(i => Several(i.Value))];

    public static IReadOnlyList<string> Several(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<(string Id, string Title)> Buttons(Question question)
    {
        var buttons = question.Options.Select(o => (o.Id, o.Says)).ToList();
        if (question.Nothing is not null)
            buttons.Add(("nothing", question.Nothing));
        if (question.Skip is not null)
            buttons.Add(("skip", question.Skip));
        return buttons;
    }

    public static Dictionary<string, object?> ButtonValues(IEnumerable<(string Id, string Title)> buttons, string title, string nonce) => new()
    {
        ["title"] = title,
        ["nonce"] = nonce,
        ["choices"] = buttons.Select(b => new Dictionary<string, object?> { ["id"] = b.Id, ["title"] = b.Title }).ToList(),
    };

    private Dictionary<string, object?> TickValues(Question question, string words, string nonce, ContactChannel channel) => new()
    {
        ["title"] = words,
        ["nonce"] = nonce,
        ["groups"] = CueGroups.All.Select(g => GroupValues(g, cues.For(channel).Where(c => c.Group == g).Take(MostTicksInAGroup))).ToList(),
        ["other"] = question.Other,
        ["done"] = phrases.Say(FlowWords.CuesDone),
        ["skip"] = question.Skip,
    };

    private Dictionary<string, object?> GroupValues(CueGroup group, IEnumerable<Cue> ofGroup) => new()
    {
        ["id"] = CueInput + group.Key(),
        ["label"] = phrases.Say(LabelOf(group)),
        ["choices"] = ofGroup.Select(c => new Dictionary<string, object?> { ["id"] = c.Id, ["title"] = c.Says }).ToList(),
    };

    private static string LabelOf(CueGroup group) => group switch
    {
        CueGroup.OpenedUp => FlowWords.CuesOpenedUp,
        CueGroup.HeldSteady => FlowWords.CuesHeldSteady,
        CueGroup.Withdrew => FlowWords.CuesWithdrew,
        _ => FlowWords.CuesGotIrritated,
    };

    // Where they talked is not known yet on the form, so it offers what can be noticed in most places.
    private IEnumerable<(string Id, string Says)> CuesOfTheForm() =>
        CueGroups.All.SelectMany(g => cues.All.Where(c => c.Group == g).OrderByDescending(c => c.Channels.Count).Take(MostTicksInAGroupOnTheForm)).Select(c => (c.Id, c.Says));

    private Dictionary<string, object?> FormValues(Question question)
    {
        var isText = question.Kind is QuestionKind.Text or QuestionKind.LongText;
        var choices = question.Kind == QuestionKind.Cues ? CuesOfTheForm() : question.Options.Select(o => (o.Id, o.Says));
        return new()
        {
            ["id"] = question.Id,
            ["label"] = question.Label,
            ["isText"] = isText,
            ["isChoice"] = !isText,
            ["long"] = question.Kind == QuestionKind.LongText,
            ["longest"] = Math.Min(question.Longest, 4000),
            ["other"] = question.Other,
            ["otherId"] = OtherOf(question),
            ["several"] = question.Kind == QuestionKind.Cues,
            ["choices"] = choices.Select(c => new Dictionary<string, object?> { ["id"] = c.Id, ["title"] = c.Says }).ToList(),
        };
    }
}
