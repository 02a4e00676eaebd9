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
        .AddSingleton<CaseScripts>()
        .AddSingleton<LiveCards>()
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
        foreach (var name in (string[])["debrief", "answered"])
        {
            if (!flows.ContainsKey(name))
                mistakes.Add($"flows/{name}.yaml", 1, $"the flow '{name}' is missing");
        }

        cards.Require([ReadingCard.Name, WordsCard.Name, RecapCard.Name], mistakes);
    }

    public static IEnumerable<string> ReasonKeys => Reasons.All.Select(DebriefWords.ReasonKey);
}
