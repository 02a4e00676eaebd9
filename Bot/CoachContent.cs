using CoachBot.Channels;
using CoachBot.Channels.Turns;
using CoachBot.Content;
using CoachBot.Conversation;
using CoachBot.Debrief;
using CoachBot.Flows;
using CoachBot.FollowUps;
using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.Names;
using CoachBot.FollowUps.Reminders;
using CoachBot.Language;
using CoachBot.MyData;
using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot;

/// <summary>Everything in Prompts/, read and checked together, so that a person sees all mistakes at once.</summary>
public static class CoachContent
{
    /// <exception cref="BrokenContentException">There are mistakes; nothing was registered.</exception>
    public static IServiceCollection AddContent(this IServiceCollection services, string folder)
    {
        var content = new ContentFolder(folder);
        var mistakes = new Mistakes();
        var phrases = Phrases.Read(content, mistakes);
        var commands = Commands.Read(content, mistakes);
        var cards = CardTemplates.Read(content, mistakes);
        var flows = FlowReader.ReadAll(content, mistakes);
        var cues = CueBook.Read(content, mistakes);
        var kinds = NoKinds.Read(content, mistakes);
        var rules = ReadingRules.Read(content, mistakes);
        var machineTalk = MachineTalk.Read(content, mistakes);
        var scripts = ScriptBook.Read(content, mistakes);
        var guard = ScriptGuard.Read(content, scripts, mistakes);
        var names = CustomerNames.Read(content, mistakes);
        var dates = DateWords.ReadAll(content, mistakes);
        var prompts = ModelPrompts.Read(content, [ModelReader.Prompt, ScriptWording.Prompt], mistakes);

        phrases?.Require([typeof(ConversationWords), typeof(FlowWords), typeof(DebriefWords), typeof(FollowUpWords), typeof(MyDataWords)], DebriefSetup.ReasonKeys, mistakes);
        cards.Require([.. QuestionCards.Names, ReminderCard.Name], mistakes);
        DebriefSetup.CheckDebrief(flows, cards, mistakes);
        mistakes.ThrowIfAny();

        return services
            .AddSingleton(content).AddSingleton(phrases!).AddSingleton(commands!).AddSingleton(cards).AddSingleton(flows)
            .AddSingleton(cues).AddSingleton(kinds).AddSingleton(rules).AddSingleton(machineTalk).AddSingleton(scripts).AddSingleton(guard).AddSingleton(prompts).AddSingleton(names).AddSingleton(new FollowUpDateReader(dates))
            .AddSingleton(new TurnSorry(_ => phrases!.Say(ConversationWords.Error)))
            .AddSingleton(new LateAnswer(_ => phrases!.Say(ConversationWords.StillAtIt)))
            .AddSingleton<NoReader>().AddSingleton<ModelReader>().AddSingleton<ReadingGuard>().AddSingleton<ScriptWording>().AddSingleton<AnswerReader>().AddSingleton<QuestionCards>();
    }
}
