namespace Microsoft.Bot.Schema;

public class CardAction
{
    public CardAction() { }

    public CardAction(
        string type = default, string title = default, string image = default, string text = default, string displayText = default,
        object value = default, object channelData = default)
        => (Type, Title, Image, Text, DisplayText, Value, ChannelData) = (type, title, image, text, displayText, value, channelData);

    public object ChannelData { get; set; }
    public string DisplayText { get; set; }
    public string Image { get; set; }
    public string ImageAltText { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
    public string Type { get; set; }
    public object Value { get; set; }

    public static implicit operator CardAction(string input) => FromString(input);

    public static CardAction FromString(string input) => new(title: input, text: input);
}
