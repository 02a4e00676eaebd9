using System.Text;

namespace CoachBot.Scripts;

// A sentence with slots: {offer}, and [a piece in brackets|and what stands there when it names something unknown].
internal sealed class Frame
{
    private readonly List<object> _pieces = [];

    private sealed record Slot(string Name);

    private sealed record Either(Frame First, Frame? Otherwise);

    public static Frame Parse(string text, Action<string> mistake)
    {
        var at = 0;
        var frame = Parse(text, ref at, inBrackets: false, mistake);
        if (at < text.Length)
            mistake($"'{text[at]}' stands outside of brackets; write [piece|otherwise]");
        return frame;
    }

    /// <summary>The sentence, its beginnings written large.</summary>
    public string Fill(Slots slots) => Sentences.Capitalise(TryFill(slots) ?? "");

    private string? TryFill(Slots slots)
    {
        var text = new StringBuilder();
        foreach (var piece in _pieces)
        {
            var part = piece switch
            {
                Slot slot => slots[slot.Name],
                Either either => either.First.TryFill(slots) ?? either.Otherwise?.TryFill(slots) ?? "",
                _ => (string)piece,
            };
            if (part is null)
                return null;
            text.Append(part);
        }

        return text.ToString();
    }

    private static Frame Parse(string text, ref int at, bool inBrackets, Action<string> mistake)
    {
        var frame = new Frame();
        while (at < text.Length && text[at] is not (']' or '|'))
        {
            if (text[at] == '{')
                frame.Add(ParseSlot(text, ref at, inBrackets, mistake));
            else if (text[at] == '[')
                frame.Add(ParseEither(text, ref at, mistake));
            else
                frame.Add(ParseText(text, ref at, mistake));
        }

        return frame;
    }

    private void Add(object? piece)
    {
        if (piece is not null)
            _pieces.Add(piece);
    }

    private static Slot? ParseSlot(string text, ref int at, bool inBrackets, Action<string> mistake)
    {
        var end = text.IndexOf('}', at);
        var name = end < 0 ? text[(at + 1)..] : text[(at + 1)..end];
        at = end < 0 ? text.Length : end + 1;
        if (end < 0)
            mistake("'{' is not closed");
        else if (!Slots.Known.Contains(name))
            mistake($"{{{name}}} is not a slot; slots are {string.Join(", ", Slots.Known.Select(s => $"{{{s}}}"))}");
        else if (!inBrackets && Slots.NeedBrackets.Contains(name))
            mistake($"{{{name}}} may be unknown, so it stands in brackets: [… {{{name}}} …|otherwise]");
        else
            return new Slot(name);
        return null;
    }

    private static Either ParseEither(string text, ref int at, Action<string> mistake)
    {
        at++;
        var first = Parse(text, ref at, inBrackets: true, mistake);
        Frame? otherwise = null;
        if (at < text.Length && text[at] == '|')
        {
            at++;
            otherwise = Parse(text, ref at, inBrackets: false, mistake);
        }

        if (at >= text.Length || text[at] != ']')
            mistake("'[' is not closed");
        else
            at++;
        return new Either(first, otherwise);
    }

    private static string ParseText(string text, ref int at, Action<string> mistake)
    {
        var end = text.IndexOfAny(['{', '[', ']', '|'], at);
        var part = end < 0 ? text[at..] : text[at..end];
        at += part.Length;
        if (part.Contains('}'))
            mistake("'}' is not opened");
        return part;
    }
}
