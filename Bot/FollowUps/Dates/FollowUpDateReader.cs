namespace CoachBot.FollowUps.Dates;

/// <summary>Reads the date of a follow-up from a rep's words. Never throws on a text, and never settles silently what the words leave open.</summary>
public sealed class FollowUpDateReader(IReadOnlyDictionary<string, DateWords> words)
{
    /// <summary>Longer texts are asked to be shortened, in characters.</summary>
    public const int LongestText = 500;

    private const string Fallback = "en";

    public FollowUpDate Read(FollowUpDateRequest request)
    {
        var first = Known(request.Language) ?? Known(request.RepLanguage) ?? words.GetValueOrDefault(Fallback) ?? words.Values.First();
        if (request.Text.Length > LongestText)
            return new UnclearDate(DateQuestion.TooLong, []) { Say = first.Say.Ask(DateQuestion.TooLong, []), Language = first.Language };
        var tokens = DateToken.Cut(request.Text);
        IEnumerable<DateWords> tried = Known(request.Language) is null ? [first, .. words.Values.Where(w => w != first)] : [first];
        return Best([.. tried.Select(w => Read(w, tokens, request))]);
    }

    /// <summary>A date in words, as it is said back.</summary>
    public string Write(AgreedTime agreed, string? language)
    {
        ArgumentNullException.ThrowIfNull(agreed);
        return (Known(language) ?? words.GetValueOrDefault(Fallback) ?? words.Values.First()).Say.Agreed(agreed.Day, agreed.Time, DateReason.AsSaid);
    }

    private DateWords? Known(string? tag) => tag is null ? null : words.GetValueOrDefault(Part(tag, 0).ToLowerInvariant());

    private static (FollowUpDate Answer, int Used) Read(DateWords language, List<DateToken> tokens, FollowUpDateRequest request)
    {
        var tag = (string?[])[request.Language, request.RepLanguage];
        var region = tag.OfType<string>().FirstOrDefault(t => Part(t, 0).Equals(language.Language, StringComparison.OrdinalIgnoreCase));
        var tail = tokens.Count > 0 ? request.Text[tokens[^1].End..] : "";
        var now = LocalTimes.Clock(request.Now, request.Zone);
        return new DateReading(new Line(language.Know(tokens), tail, language, Part(region ?? "", 1).ToUpperInvariant(), now, request.Hours)).Read();
    }

    // Anything found wins over "no date"; then the language that explains more of the words, and at last the one tried first.
    private static FollowUpDate Best(List<(FollowUpDate Answer, int Used)> read) => read
        .OrderByDescending(r => r.Used)
        .MinBy(r => r.Answer is UnclearDate { Question: DateQuestion.NoDate } ? 1 : 0).Answer;

    // "en-GB": the language and then the region.
    private static string Part(string tag, int i) => tag.Split('-', '_').ElementAtOrDefault(i) ?? "";
}
