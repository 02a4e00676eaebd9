namespace Microsoft.Bot.Schema;

public class HeroCard
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public HeroCard() { }

    public HeroCard(
        string title = default, string subtitle = default, string text = default, IList<CardImage> images = default,
        IList<CardAction> buttons = default, CardAction tap = default)
        => (Title, Subtitle, Text, Images, Buttons, Tap) = (title, subtitle, text, images, buttons, tap);

    public IList<CardAction> Buttons { get; set; }
    public IList<CardImage> Images { get; set; }
    public string Subtitle { get; set; }
    public CardAction Tap { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
}

public class ThumbnailCard
{
    public const string ContentType = "application/vnd.microsoft.card.thumbnail";

    public ThumbnailCard() { }

    public ThumbnailCard(
        string title = default, string subtitle = default, string text = default, IList<CardImage> images = default,
        IList<CardAction> buttons = default, CardAction tap = default)
        => (Title, Subtitle, Text, Images, Buttons, Tap) = (title, subtitle, text, images, buttons, tap);

    public IList<CardAction> Buttons { get; set; }
    public IList<CardImage> Images { get; set; }
    public string Subtitle { get; set; }
    public CardAction Tap { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
}

public class SigninCard
{
    public const string ContentType = "application/vnd.microsoft.card.signin";

    public SigninCard() { }

    public SigninCard(string text = default, IList<CardAction> buttons = default) => (Text, Buttons) = (text, buttons);

    public IList<CardAction> Buttons { get; set; }
    public string Text { get; set; }

    public static SigninCard Create(string text, string buttonLabel, string url)
        => new(text, [new CardAction(ActionTypes.Signin, buttonLabel, value: url)]);
}

public class OAuthCard
{
    public const string ContentType = "application/vnd.microsoft.card.oauth";

    public OAuthCard() { }

    public OAuthCard(string text = default, string connectionName = default, IList<CardAction> buttons = default)
        => (Text, ConnectionName, Buttons) = (text, connectionName, buttons);

    public IList<CardAction> Buttons { get; set; }
    public string ConnectionName { get; set; }
    public string Text { get; set; }
    public TokenExchangeResource TokenExchangeResource { get; set; }
    public TokenPostResource TokenPostResource { get; set; }
}

/// <summary>What the cards of text, images and buttons have in common; on its own no channel shows it.</summary>
public class BasicCard
{
    public BasicCard() { }

    public BasicCard(
        string title = default, string subtitle = default, string text = default, IList<CardImage> images = default,
        IList<CardAction> buttons = default, CardAction tap = default)
        => (Title, Subtitle, Text, Images, Buttons, Tap) = (title, subtitle, text, images, buttons, tap);

    public IList<CardAction> Buttons { get; set; }
    public IList<CardImage> Images { get; set; }
    public string Subtitle { get; set; }
    public CardAction Tap { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
}
