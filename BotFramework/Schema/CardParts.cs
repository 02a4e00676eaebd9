namespace Microsoft.Bot.Schema;

public class CardImage
{
    public CardImage() { }

    public CardImage(string url = default, string alt = default, CardAction tap = default) => (Url, Alt, Tap) = (url, alt, tap);

    public string Alt { get; set; }
    public CardAction Tap { get; set; }
    public string Url { get; set; }
}
