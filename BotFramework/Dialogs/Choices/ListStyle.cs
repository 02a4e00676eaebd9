namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How a prompt shows its choices; <see cref="Auto"/> takes what the channel shows best.</summary>
public enum ListStyle
{
    None,
    Auto,
    Inline,
    List,
    SuggestedAction,
    HeroCard,
}
