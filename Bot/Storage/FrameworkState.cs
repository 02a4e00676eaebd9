using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace CoachBot.Storage;

/// <summary>The Bot Framework's types that live in a dialog's state: the stack, a prompt's options with its messages, a choice made.</summary>
internal static class FrameworkState
{
    public static void AddTo(StateTypes types) => types
        .Add<DialogState>("dialog-state").Add<DialogInstance>("dialog-instance")
        .Add<PromptOptions>("prompt-options").Add<ListStyle>("list-style")
        .Add<Choice>("choice").Add<FoundChoice>("found-choice")
        .Add<Activity>("activity").Add<Attachment>("attachment").Add<HeroCard>("hero-card")
        .Add<SuggestedActions>("suggested-actions").Add<CardAction>("card-action")
        .Add<ConversationReference>("conversation-reference").Add<ConversationAccount>("conversation-account")
        .Add<ChannelAccount>("channel-account");
}
