using System.Text.Json;
using CoachBot.Content;
using Microsoft.Bot.Schema;

namespace CoachBot.Conversation;

/// <summary>
/// The Adaptive Cards of Prompts/cards, filled with values.
/// In a template "${name}" stands for a value; an object with "$each": "name" is repeated for each item of that list, and one with "$when" or "$unless" is kept or left out.
/// </summary>
public sealed class CardTemplates
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    private readonly Dictionary<string, JsonElement> _templates = [];

    public static CardTemplates Read(ContentFolder folder, Mistakes mistakes)
    {
        var cards = new CardTemplates();
        var path = Path.Combine(folder.Root, "cards");
        if (!Directory.Exists(path))
            return cards;
        foreach (var file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal))
        {
            var name = $"cards/{Path.GetFileName(file)}";
            if (folder.Text(name, mistakes) is { } text)
                cards.Keep(name, text, mistakes);
        }

        return cards;
    }

    public bool Has(string name) => _templates.ContainsKey(name);

    public void Require(IEnumerable<string> names, Mistakes mistakes)
    {
        foreach (var name in names.Where(n => !Has(n)))
            mistakes.Add($"cards/{name}.json", 1, "this card is missing");
    }

    public Attachment Fill(string name, IReadOnlyDictionary<string, object?> values) => new()
    {
        ContentType = ContentType,
        Content = FillContent(name, values),
    };

    /// <summary>The filled card as plain dictionaries and lists, which every serializer writes alike.</summary>
    public Dictionary<string, object?> FillContent(string name, IReadOnlyDictionary<string, object?> values) =>
        (Dictionary<string, object?>)new CardFilling(values).Fill(_templates[name])!;

    private void Keep(string name, string text, Mistakes mistakes)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            var card = document.RootElement.Clone();
            if (card.ValueKind != JsonValueKind.Object || !card.TryGetProperty("type", out var type) || type.ValueEquals("AdaptiveCard") is false)
                mistakes.Add(name, 1, "a card is an object with \"type\": \"AdaptiveCard\"");
            if (text.Contains("Action.ShowCard", StringComparison.Ordinal))
                mistakes.Add(name, 1, "Action.ShowCard cannot be used with a screen reader");
            _templates[Path.GetFileNameWithoutExtension(name)] = card;
        }
        catch (JsonException e)
        {
            mistakes.Add(name, (int)(e.LineNumber ?? 0) + 1, "this is not JSON: " + e.Message);
        }
    }
}
