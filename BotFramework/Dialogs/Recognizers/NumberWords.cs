using System.Collections.Concurrent;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>A language's words for numbers: "twenty one", "hundred", "third", "last". Built once, when first asked for.</summary>
internal sealed partial class NumberWords
{
    private static readonly ConcurrentDictionary<string, NumberWords> Languages = new();

    private NumberWords(bool decimalComma) => DecimalComma = decimalComma;

    internal bool DecimalComma { get; }

    /// <summary>Cardinals by phrase.</summary>
    internal Dictionary<string, int> Cardinals { get; } = [];

    /// <summary>Words that are 1 only when they stand alone: "ein" is mostly an article.</summary>
    internal HashSet<string> Articles { get; } = [];

    internal Dictionary<string, int> Multipliers { get; } = [];

    internal HashSet<string> Connectors { get; } = [];

    internal HashSet<string> Minus { get; } = [];

    /// <summary>Ordinals by phrase; the last is -1, the one before it -2.</summary>
    internal Dictionary<string, int> Ordinals { get; } = [];

    internal const int LongestPhrase = 4;

    internal static NumberWords For(string locale) => Languages.GetOrAdd(Words.LanguageOf(locale), static language => language switch
    {
        "en" => English(),
        "de" => German(),
        "fr" => French(),
        "es" => Spanish(),
        "nl" => Dutch(),
        "it" => Italian(),
        "pt" => Portuguese(),
        "ja" or "ko" or "zh" or "hi" => new NumberWords(decimalComma: false),
        "bg" or "sv" or "tr" => new NumberWords(decimalComma: true),
        _ => English(),
    });

    private NumberWords Cardinal(string phrase, int value)
    {
        Add(Cardinals, phrase, value);
        return this;
    }

    /// <summary>Words in counting order, the spellings of one number separated by bars.</summary>
    private NumberWords CardinalsFrom(int first, string words) => Each(Cardinals, first, words, string.Empty);

    private NumberWords OrdinalsFrom(int first, string words, string endings = "") => Each(Ordinals, first, words, endings);

    private NumberWords Multiply(int by, string words) => Each(Multipliers, by, words.Replace(' ', '|'), string.Empty);

    private NumberWords Small(string articles, string connectors, string minus)
    {
        Articles.UnionWith(articles.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var article in Articles)
            Cardinals.TryAdd(article, 1);
        Connectors.UnionWith(connectors.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Minus.UnionWith(minus.Split(' '));
        return this;
    }

    private NumberWords Each(Dictionary<string, int> phrases, int first, string words, string endings)
    {
        foreach (var number in words.Split(' '))
        {
            foreach (var spelling in number.Split('|'))
            {
                foreach (var ending in endings.Split('|'))
                    Add(phrases, spelling.Replace('_', ' ') + ending, first);
            }

            first++;
        }

        return this;
    }

    private static void Add(Dictionary<string, int> phrases, string phrase, int value)
    {
        foreach (var spelling in Words.Spellings(phrase))
            phrases[spelling] = value;
    }
}
