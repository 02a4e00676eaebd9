using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;

namespace CoachBot.Language;

// What one request came to: the whole text, or why there is none. A RetryIn says that another may do better, and when.
internal readonly record struct Attempt(string? Text, WhyNoAnswer? WhyNot, TimeSpan? RetryAfter = null)
{
    public bool Unfiltered { get; init; }

    public int TokensIn { get; init; }

    public int TokensOut { get; init; }

    public TimeSpan? RetryIn { get; init; }

    public static Attempt Failed(WhyNoAnswer why, TimeSpan? retryAfter = null) => new(null, why, retryAfter);
}

/// <summary>Speaks the protocol, through OpenAI's client: one streamed request, and whatever can become of it.</summary>
internal sealed class LanguageClient
{
    private const string AzureScope = "https://ai.azure.com/.default";
    private const int MostTokens = 2000;

    private readonly LanguageOptions _options;
    private readonly TimeProvider _time;
    private readonly ChatClient _chat;

    public LanguageClient(LanguageOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        var address = options.BaseAddress();
        var wire = new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(LanguageWire.Open(address)),
            // How often and how long is decided in LanguageModel, once; and what is said is nobody else's to write down.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false, EnableMessageLogging = false, EnableMessageContentLogging = false },
        };
#pragma warning disable OPENAI001 // Signing in by a policy is marked as experimental, and is the way that Azure documents.
        _chat = options.HasKey
            ? new ChatClient(options.Deployment, new ApiKeyCredential(options.ApiKey!.Trim()), wire)
            : new ChatClient(options.Deployment, new BearerTokenPolicy(new DefaultAzureCredential(), AzureScope), wire);
#pragma warning restore OPENAI001
    }

    /// <exception cref="OperationCanceledException">The token was cancelled; a fault of the service is never thrown.</exception>
    public async Task<Attempt> AskAsync(IReadOnlyList<ChatMessage> messages, string schemaName, string schema, CancellationToken cancellationToken)
    {
        var heard = new LanguageEar(_options.AnswerCharacters);
        try
        {
            await foreach (var update in _chat.CompleteChatStreamingAsync(messages, OptionsFor(schemaName, schema), cancellationToken))
            {
                if (!heard.Hear(update))
                    break;
            }

            return heard.Outcome();
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever the service does ends in the fall-back and not in the rep's chat.
        catch (Exception fault)
        {
            return heard.Outcome(LanguageFaults.Of(fault, heard.HasBegun, _time));
        }
#pragma warning restore CA1031
    }

    private ChatCompletionOptions OptionsFor(string schemaName, string schema)
    {
        var options = new ChatCompletionOptions
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(schemaName, BinaryData.FromString(schema), jsonSchemaIsStrict: true),
            MaxOutputTokenCount = MostTokens,
        };
#pragma warning disable OPENAI001
        if (_options.ReasoningEffort is { } effort)
            options.ReasoningEffortLevel = new ChatReasoningEffortLevel(effort);
#pragma warning restore OPENAI001
        return options;
    }
}
