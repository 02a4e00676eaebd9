using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CoachBot.Language;

/// <summary>
/// The only door to a language model. A question comes back with the whole answer or with why there is none, within
/// the budget; what people wrote goes out as data, and nothing that is sent or received is written down.
/// </summary>
public sealed class LanguageModel
{
    private const int MostRetries = 2;
    // What is left of the budget must still be enough for an answer.
    private static readonly TimeSpan LeastForAnAnswer = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(300);

    private static readonly JsonSerializerOptions DataJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions AnswerJson = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly LanguageOptions _options;
    private readonly LanguageCaps _caps;
    private readonly LanguageMeter _meter;
    private readonly TimeProvider _time;
    private readonly ModelPrompts _prompts;
    private readonly LanguageClient? _client;
    private readonly ResiliencePipeline<Attempt> _patience;

    public LanguageModel(IOptions<LanguageOptions> options, ModelPrompts prompts, LanguageCaps caps, LanguageMeter meter, TimeProvider time)
    {
        (_options, _prompts, _caps, _meter, _time) = (options.Value, prompts, caps, meter, time);
        _client = _options.IsConfigured ? new LanguageClient(_options, time) : null;
        _patience = Patience(time);
    }

    public bool IsConfigured => _client is not null;

    /// <summary>Asks, and says why there is no answer if there is none: a fault of the service is never thrown.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked gave up.</exception>
    public async Task<LanguageAnswer<T>> AskAsync<T>(LanguageQuestion<T> question, LanguageCaller caller, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(question);
        if (_client is null)
            return new(null, WhyNoAnswer.NotConfigured);
        var began = _time.GetTimestamp();
        var answer = await AnswerAsync(question, caller, cancellationToken);
        if (answer.WhyNot is { } why)
            _meter.FellBack(question.Purpose, _time.GetElapsedTime(began), why);
        else
            _meter.Answered(question.Purpose, _time.GetElapsedTime(began), answer.Unfiltered);
        return answer;
    }

    /// <summary>Counts a question that whoever wanted to ask has kept back.</summary>
    public LanguageAnswer<T> KeepBack<T>(LanguagePurpose purpose)
        where T : class
    {
        if (!IsConfigured)
            return new(null, WhyNoAnswer.NotConfigured);
        _meter.FellBack(purpose, TimeSpan.Zero, WhyNoAnswer.KeptBack);
        return new(null, WhyNoAnswer.KeptBack);
    }

    private async Task<LanguageAnswer<T>> AnswerAsync<T>(LanguageQuestion<T> question, LanguageCaller caller, CancellationToken cancellationToken)
        where T : class
    {
        var data = question.Data.ToJsonString(DataJson);
        if (question.Instructions.Length + data.Length > _options.PromptCharacters || !_caps.Take(caller))
            return new(null, WhyNoAnswer.OverTheCap);
        var wait = question.Within is { } within && within < _options.Budget ? within : _options.Budget;
        using var budget = new CancellationTokenSource(wait, _time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        var deadline = _time.GetUtcNow() + wait;
        List<ChatMessage> messages = [new SystemChatMessage(question.Instructions), new UserChatMessage(data)];
        var answer = await OnceAsync(question, messages, deadline, cancellationToken, until.Token);
        if (answer.WhyNot != WhyNoAnswer.Malformed || deadline - _time.GetUtcNow() < LeastForAnAnswer)
            return answer;
        messages.Add(new SystemChatMessage(_prompts[ModelPrompts.Repair].Instructions()));
        var repaired = await OnceAsync(question, messages, deadline, cancellationToken, until.Token);
        return repaired.WhyNot == WhyNoAnswer.Resting ? answer : repaired;
    }

    private async Task<LanguageAnswer<T>> OnceAsync<T>(LanguageQuestion<T> question, IReadOnlyList<ChatMessage> messages, DateTimeOffset deadline, CancellationToken caller, CancellationToken until)
        where T : class
    {
        WhyNoAnswer? before = null;
        try
        {
            var attempt = await _patience.ExecuteAsync(
                async _ =>
                {
                    var tried = await TryAsync(question, messages, deadline, caller, until);
                    before = tried.WhyNot;
                    return tried;
                },
                until);
            if (attempt.WhyNot is { } why)
                return new(null, why);
            return Made(question, attempt.Text!) is { } value ? new(value, null, attempt.Unfiltered) : new(null, WhyNoAnswer.Malformed);
        }
        catch (BrokenCircuitException)
        {
            // It may have begun to rest between two of our own tries.
            return new(null, before ?? WhyNoAnswer.Resting);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return new(null, WhyNoAnswer.TimedOut);
        }
    }

    // A budget that is used up is an outcome like any other: the breaker has to hear of it.
    private async Task<Attempt> TryAsync<T>(LanguageQuestion<T> question, IReadOnlyList<ChatMessage> messages, DateTimeOffset deadline, CancellationToken caller, CancellationToken until)
        where T : class
    {
        try
        {
            var attempt = await _client!.AskAsync(messages, question.Purpose.ToString(), question.Schema, until);
            _meter.Attempted(question.Purpose, attempt);
            return attempt with { RetryIn = RetryIn(attempt, deadline - _time.GetUtcNow()) };
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return Attempt.Failed(WhyNoAnswer.TimedOut);
        }
    }

    private static TimeSpan? RetryIn(Attempt attempt, TimeSpan left)
    {
        if (attempt.WhyNot is not (WhyNoAnswer.Throttled or WhyNoAnswer.ServerFailed or WhyNoAnswer.Unreachable))
            return null;
        var wait = attempt.RetryAfter ?? ShortWait;
        return wait + LeastForAnAnswer <= left ? wait : null;
    }

    private static T? Made<T>(LanguageQuestion<T> question, string text)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(text, AnswerJson);
            return question.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ResiliencePipeline<Attempt> Patience(TimeProvider time) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = MostRetries,
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result.RetryIn is not null),
                DelayGenerator = outcome => ValueTask.FromResult(outcome.Outcome.Result.RetryIn),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result.WhyNot
                    is WhyNoAnswer.TimedOut or WhyNoAnswer.Throttled or WhyNoAnswer.ServerFailed or WhyNoAnswer.Unreachable or WhyNoAnswer.BadKey),
                FailureRatio = 0.5,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
            })
            .Build();
}
