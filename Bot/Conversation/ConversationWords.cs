namespace CoachBot.Conversation;

/// <summary>The phrases that every dialog needs.</summary>
public static class ConversationWords
{
    public const string Welcome = "conversation.welcome";
    public const string WelcomeWithModel = "conversation.welcome-with-model";
    public const string Hello = "conversation.hello";
    public const string HelloAgain = "conversation.hello-again";
    public const string BeginDebrief = "conversation.begin.debrief";
    public const string BeginForm = "conversation.begin.form";
    public const string BeginHelp = "conversation.begin.help";
    public const string Help = "conversation.help";
    public const string Cancelled = "conversation.cancelled";
    public const string NothingToCancel = "conversation.nothing-to-cancel";
    public const string NothingToGoBack = "conversation.nothing-to-go-back";
    public const string WentBack = "conversation.went-back";
    public const string StartedOver = "conversation.started-over";
    public const string Resumed = "conversation.resumed";
    public const string StaleButton = "conversation.stale-button";
    public const string StaleButtonIdle = "conversation.stale-button-idle";
    public const string Blank = "conversation.blank";
    public const string OnlyWords = "conversation.only-words";
    public const string Error = "conversation.error";
    public const string StillAtIt = "conversation.still-at-it";
    public const string GroupHelp = "conversation.group-help";
    public const string Noted = "conversation.noted";
}
