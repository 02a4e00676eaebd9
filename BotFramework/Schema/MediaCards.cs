namespace Microsoft.Bot.Schema;

public class AnimationCard
{
    public const string ContentType = "application/vnd.microsoft.card.animation";

    public AnimationCard() { }

    public AnimationCard(
        string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default,
        IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default,
        bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default,
        string duration = default)
        => (Title, Subtitle, Text, Image, Media, Buttons, Shareable, Autoloop, Autostart, Aspect, Value, Duration)
        = (title, subtitle, text, image, media, buttons, shareable, autoloop, autostart, aspect, value, duration);

    public string Aspect { get; set; }
    public bool? Autoloop { get; set; }
    public bool? Autostart { get; set; }
    public IList<CardAction> Buttons { get; set; }
    public string Duration { get; set; }
    public ThumbnailUrl Image { get; set; }
    public IList<MediaUrl> Media { get; set; }
    public bool? Shareable { get; set; }
    public string Subtitle { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
    public object Value { get; set; }
}

public class AudioCard
{
    public const string ContentType = "application/vnd.microsoft.card.audio";

    public AudioCard() { }

    public AudioCard(
        string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default,
        IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default,
        bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default,
        string duration = default)
        => (Title, Subtitle, Text, Image, Media, Buttons, Shareable, Autoloop, Autostart, Aspect, Value, Duration)
        = (title, subtitle, text, image, media, buttons, shareable, autoloop, autostart, aspect, value, duration);

    public string Aspect { get; set; }
    public bool? Autoloop { get; set; }
    public bool? Autostart { get; set; }
    public IList<CardAction> Buttons { get; set; }
    public string Duration { get; set; }
    public ThumbnailUrl Image { get; set; }
    public IList<MediaUrl> Media { get; set; }
    public bool? Shareable { get; set; }
    public string Subtitle { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
    public object Value { get; set; }
}

public class VideoCard
{
    public const string ContentType = "application/vnd.microsoft.card.video";

    public VideoCard() { }

    public VideoCard(
        string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default,
        IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default,
        bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default,
        string duration = default)
        => (Title, Subtitle, Text, Image, Media, Buttons, Shareable, Autoloop, Autostart, Aspect, Value, Duration)
        = (title, subtitle, text, image, media, buttons, shareable, autoloop, autostart, aspect, value, duration);

    public string Aspect { get; set; }
    public bool? Autoloop { get; set; }
    public bool? Autostart { get; set; }
    public IList<CardAction> Buttons { get; set; }
    public string Duration { get; set; }
    public ThumbnailUrl Image { get; set; }
    public IList<MediaUrl> Media { get; set; }
    public bool? Shareable { get; set; }
    public string Subtitle { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
    public object Value { get; set; }
}

/// <summary>What the cards that play something have in common; on its own no channel shows it.</summary>
public class MediaCard
{
    public MediaCard() { }

    public MediaCard(
        string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default,
        IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default,
        bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default,
        string duration = default)
        => (Title, Subtitle, Text, Image, Media, Buttons, Shareable, Autoloop, Autostart, Aspect, Value, Duration)
        = (title, subtitle, text, image, media, buttons, shareable, autoloop, autostart, aspect, value, duration);

    public string Aspect { get; set; }
    public bool? Autoloop { get; set; }
    public bool? Autostart { get; set; }
    public IList<CardAction> Buttons { get; set; }
    public string Duration { get; set; }
    public ThumbnailUrl Image { get; set; }
    public IList<MediaUrl> Media { get; set; }
    public bool? Shareable { get; set; }
    public string Subtitle { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
    public object Value { get; set; }
}
