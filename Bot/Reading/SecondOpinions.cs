using System.Globalization;
using CoachBot.Content;
using CoachBot.Language;

namespace CoachBot.Reading;

// A language model's opinion beside each offline reading, through the guard as in a debrief, one case after the other.
internal sealed class SecondOpinions : IDisposable
{
    private static readonly LanguageCaller Caller = new("command", "read");
    private readonly ServiceProvider _services;
    private readonly ModelReader _model;
    private readonly ReadingGuard _guard;
    private readonly SortedDictionary<WhyNoAnswer, int> _without = [];
    private int _asked;

    /// <exception cref="BrokenContentException">A file that is needed cannot be read.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings cannot be used.</exception>
    public SecondOpinions(IConfiguration settings, ContentFolder folder, ReadingRules rules)
    {
        var mistakes = new Mistakes();
        var (talk, kinds, prompts) = (MachineTalk.Read(folder, mistakes), NoKinds.Read(folder, mistakes), ModelPrompts.ReadSome(folder, [ModelReader.Prompt], mistakes));
        mistakes.ThrowIfAny();
        _services = new ServiceCollection().AddSingleton(settings).AddSingleton(prompts).AddLanguage().BuildServiceProvider();
        _model = new ModelReader(_services.GetRequiredService<LanguageModel>(), prompts, talk, kinds);
        _guard = new ReadingGuard(rules);
    }

    public bool IsConfigured => _model.IsConfigured;

    /// <summary>The reading with the model's opinion weighed in; without one it is the offline reading.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked gave up.</exception>
    public async Task<NoReading> WeighInAsync(NoCase no, NoReading offline, CancellationToken cancellationToken)
    {
        var answer = await _model.ReadAsync(no, Caller, cancellationToken);
        _asked++;
        if (answer.WhyNot is { } why)
            _without[why] = _without.GetValueOrDefault(why) + 1;
        return _guard.Combine(no, offline, answer.Value);
    }

    /// <summary>How often the model answered, and why not where it didn't.</summary>
    public IEnumerable<string> Tally()
    {
        var without = _without.Values.Sum();
        yield return string.Create(CultureInfo.InvariantCulture, $"The model gave an opinion on {_asked - without} of {_asked} cases{(without == 0 ? "." : $"; in {without} the offline reading stands: {string.Join(", ", _without.Select(w => $"{w.Key} {w.Value}"))}.")}");
        if (_without.ContainsKey(WhyNoAnswer.OverTheCap))
            yield return "OverTheCap: a prompt was too long, or the allowance of a day was used up; it is set by AzureOpenAI__PersonADay and AzureOpenAI__TenantADay.";
    }

    public void Dispose() => _services.Dispose();
}
