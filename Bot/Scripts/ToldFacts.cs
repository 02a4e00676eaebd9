using System.Text.RegularExpressions;

namespace CoachBot.Scripts;

// What the rep told, and so what a wording may speak of.
internal sealed class ToldFacts
{
    /// <summary>Stands in a text for the offer, as the other does for the customer: what they hold is not looked at again.</summary>
    public const string Offered = "offered";

    public const string Named = "named";

    private readonly WordingPhrases _phrases;
    private readonly HashSet<string> _theirs;
    private readonly HashSet<string> _offer;
    private readonly string _told;
    private readonly List<(Regex Is, string Instead)> _masks = [];

    public ToldFacts(ScriptRequest request, ScriptBook scripts, WordingPhrases phrases)
    {
        _phrases = phrases;
        _told = $"{request.Said}\n{request.Why}\n{request.Offer}";
        _theirs = [.. phrases.WordsOf($"{request.Said}\n{request.Why}")];
        var (offer, customer) = scripts.NamesIn(request);
        _offer = request.Offer.Length == 0 ? [] : [.. phrases.WordsOf(offer)];
        if (request.Offer.Length > 0)
            Mask(offer, Offered);
        // "Annual maintenance plan" is the offer as well; a single word may be any word.
        if (offer.StartsWith("the ", StringComparison.Ordinal) && offer.Count(' ') > 1)
            Mask(offer[4..], Offered);
        if (customer is not null)
            Mask(customer, Named);
    }

    public string Mask(string text) => _masks.Aggregate(text, (masked, mask) => mask.Is.Replace(masked, mask.Instead));

    /// <summary>Whether they used a word, or the offer holds it.</summary>
    public bool Holds(string word) => word is Offered or Named || EverydayWords.Has(_theirs, word) || _offer.Contains(word);

    /// <summary>Whether only their own words hold it.</summary>
    public bool IsTheirs(string word) => EverydayWords.Has(_theirs, word) && !_offer.Contains(word);

    public bool Hold(string words) => _phrases.WordsOf(words).All(Holds);

    /// <summary>Whether the rep told this number, or this sign of an amount.</summary>
    public bool HoldNumber(string number) =>
        char.IsDigit(number[0]) ? WordingSigns.Numbers(_told).Contains(number) : _told.Contains(number, StringComparison.Ordinal);

    public bool IsOfTheOffer(string word) => word == Offered || _offer.Contains(word);

    private void Mask(string name, string instead) => _masks.Add((
        new Regex($@"(?<![\p{{L}}\d]){Regex.Escape(name)}(?![\p{{L}}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), instead));
}
