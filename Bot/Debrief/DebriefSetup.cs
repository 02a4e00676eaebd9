using CoachBot.Content;
using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.Reading;
using CoachBot.Storage;

namespace CoachBot.Debrief;

public static class DebriefSetup
{
    public static IServiceCollection AddDebrief(this IServiceCollection services) => services
        .AddStateType<DeskNotes>("desk")
        .AddStateType<DebriefCase>("debrief-case")
        .AddSingleton<CaseBook>()
        .AddSingleton<DebriefDesk>()
        .AddSingleton<CaseReader>()
        .AddSingleton<CasePromise>()
        .AddSingleton<CaseFollowUp>()
        .AddSingleton<DebriefRecords>()
        .AddSingleton<CaseScripts>()
        .AddSingleton<CaseWording>()
        .AddSingleton<LiveCards>()
        .AddSingleton<WordsFeedback>()
        .AddSingleton<DebriefTools>()
        .AddSingleton<DebriefCorrections>()
        .AddSingleton<DebriefInterruptions>()
        .AddSingleton<ReadingCard>()
        .AddSingleton<WordsCard>()
        .AddSingleton<RecapCard>()
        .AddSingleton<DebriefDialog>()
        .AddSingleton<DebriefConversation>();

    /// <summary>Notes what the debrief needs of Prompts/ and does not find there.</summary>
    public static void CheckDebrief(IReadOnlyDictionary<string, Flow> flows, CardTemplates cards, Mistakes mistakes)
    {
        foreach (var (name, questions) in Needed)
        {
            if (flows.TryGetValue(name, out var flow))
                CheckFlow(flow, questions, mistakes);
            else
                mistakes.Add($"flows/{name}.yaml", 1, $"the flow '{name}' is missing");
        }

        cards.Require([ReadingCard.Name, WordsCard.Name, RecapCard.Name], mistakes);
    }

    // The questions and options that the reading and the next round are made of; a question may have others beside them.
    private static readonly Dictionary<string, Dictionary<string, string[]>> Needed = new()
    {
        ["debrief"] = new()
        {
            ["offer"] = [],
            ["customer"] = [],
            ["channel"] = [.. ContactChannels.All.Select(c => c.Key())],
            ["said"] = [],
            ["body"] = [],
            ["reply"] = ["explained"],
            ["noes"] = [],
            ["why-asked"] = ["yes", "no"],
            ["why"] = [],
            ["worth"] = ["no"],
            ["guess"] = [],
        },
        ["answered"] = new()
        {
            ["chose"] = ["off-the-list", "yes-please"],
            ["said-now"] = [],
            ["still-no"] = ["another-no", "they-said-yes"],
        },
    };

    private static void CheckFlow(Flow flow, Dictionary<string, string[]> needed, Mistakes mistakes)
    {
        var file = $"flows/{flow.Name}.yaml";
        foreach (var (id, options) in needed)
        {
            var question = flow.Questions.FirstOrDefault(q => q.Id == id);
            if (question is null)
                mistakes.Add(file, 1, $"the question '{id}' is missing");
            foreach (var option in options.Where(o => question is not null && !question.Options.Any(q => q.Id == o)))
                mistakes.Add(file, 1, $"the question '{id}' needs the option '{option}'");
        }

        foreach (var taken in flow.Questions.Where(q => q.Id is FormPrompt.Name or DoubtPrompt.Name or VerdictPrompt.Name or WordsPrompt.Name or CraftPrompt.Name or CommitmentPrompt.Name or SameCustomerPrompt.Name or SecondWordPrompt.Name or FollowUpPrompt.Name or FollowUpCheckPrompt.Name))
            mistakes.Add(file, 1, $"'{taken.Id}' is a question of the coach's own; give yours another id");
    }

    public static IEnumerable<string> ReasonKeys => Reasons.All.Select(DebriefWords.ReasonKey);
}
