namespace Microsoft.Bot.Schema;

public class ReceiptCard
{
    public const string ContentType = "application/vnd.microsoft.card.receipt";

    public ReceiptCard() { }

    public ReceiptCard(
        string title = default, IList<Fact> facts = default, IList<ReceiptItem> items = default, CardAction tap = default,
        string total = default, string tax = default, string vat = default, IList<CardAction> buttons = default)
        => (Title, Facts, Items, Tap, Total, Tax, Vat, Buttons) = (title, facts, items, tap, total, tax, vat, buttons);

    public IList<CardAction> Buttons { get; set; }
    public IList<Fact> Facts { get; set; }
    public IList<ReceiptItem> Items { get; set; }
    public CardAction Tap { get; set; }
    public string Tax { get; set; }
    public string Title { get; set; }
    public string Total { get; set; }
    public string Vat { get; set; }
}

public class ReceiptItem
{
    public ReceiptItem() { }

    public ReceiptItem(
        string title = default, string subtitle = default, string text = default, CardImage image = default,
        string price = default, string quantity = default, CardAction tap = default)
        => (Title, Subtitle, Text, Image, Price, Quantity, Tap) = (title, subtitle, text, image, price, quantity, tap);

    public CardImage Image { get; set; }
    public string Price { get; set; }
    public string Quantity { get; set; }
    public string Subtitle { get; set; }
    public CardAction Tap { get; set; }
    public string Text { get; set; }
    public string Title { get; set; }
}

public class Fact
{
    public Fact() { }

    public Fact(string key = default, string value = default)
        => (Key, Value) = (key, value);

    public string Key { get; set; }
    public string Value { get; set; }
}
