using System.Diagnostics.Metrics;

namespace CoachBot.Language;

/// <summary>Counts what the model costs and how often it fails. A tag is always the name of an enum's value: no text, no person.</summary>
public sealed class LanguageMeter
{
    public const string Name = "CoachBot.Language";

    private readonly Counter<long> _tokens;
    private readonly Histogram<double> _latency;
    private readonly Counter<long> _answers;
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _refusals;

    public LanguageMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _tokens = meter.CreateCounter<long>("coachbot.language.tokens", "{token}", "Tokens sent and received, as the service counts them");
        _latency = meter.CreateHistogram<double>("coachbot.language.latency", "s", "From the question to the answer or to giving up, retries included");
        _answers = meter.CreateCounter<long>("coachbot.language.answers", "{answer}", "Answers that could be used");
        _fallbacks = meter.CreateCounter<long>("coachbot.language.fallbacks", "{fallback}", "Questions that got no answer, by reason");
        _refusals = meter.CreateCounter<long>("coachbot.language.refusals", "{refusal}", "Answers that our own guard would not show, by reason");
    }

    internal void Attempted(LanguagePurpose purpose, Attempt attempt)
    {
        _tokens.Add(attempt.TokensIn, Tag("direction", TokenDirection.In), Tag("purpose", purpose));
        _tokens.Add(attempt.TokensOut, Tag("direction", TokenDirection.Out), Tag("purpose", purpose));
    }

    internal void Answered(LanguagePurpose purpose, TimeSpan took, bool unfiltered)
    {
        _answers.Add(1, Tag("purpose", purpose), Tag("filter", unfiltered ? FilterState.Failed : FilterState.Worked));
        _latency.Record(took.TotalSeconds, Tag("purpose", purpose));
    }

    internal void FellBack(LanguagePurpose purpose, TimeSpan took, WhyNoAnswer why)
    {
        _fallbacks.Add(1, Tag("purpose", purpose), Tag("reason", why));
        _latency.Record(took.TotalSeconds, Tag("purpose", purpose));
    }

    internal void Refused<T>(LanguagePurpose purpose, T why) where T : struct, Enum =>
        _refusals.Add(1, Tag("purpose", purpose), Tag("reason", why));

    private static KeyValuePair<string, object?> Tag<T>(string name, T value) where T : struct, Enum => new(name, value.ToString());

    private enum TokenDirection { In, Out }

    private enum FilterState { Worked, Failed }
}
