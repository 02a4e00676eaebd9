using System.Security.Claims;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Turns;

/// <summary>Calls the channel: one activity, one try, and what came of it.</summary>
internal sealed class Connector(Lazy<BotFrameworkAuthentication> authentication, IOptions<ChannelSettings> settings, ILogger<Connector> log)
{
    private readonly ClaimsIdentity _bot = new(
        [new Claim(AuthenticationConstants.AudienceClaim, settings.Value.MicrosoftAppId ?? ""), new Claim(AuthenticationConstants.AppIdClaim, settings.Value.MicrosoftAppId ?? "")]);

    public async Task<SendOutcome> SendAsync(OutboxRow row, string? target, ConversationReference reference, CancellationToken cancellationToken)
    {
        var call = OutgoingCall.Watch();
        try
        {
            var id = await SendAsync(row.Kind, row.Body, target, reference, cancellationToken);
            return SendOutcome.Of(call, null, row.Attempts, 0) with { Verdict = SendVerdict.Sent, ChannelsId = id };
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var outcome = SendOutcome.Of(call, error, row.Attempts, Random.Shared.NextDouble());
            log.LogWarning("A send ended with {Verdict}: status {Status}, {Error}", outcome.Verdict, outcome.Status, error.GetType().Name);
            return outcome;
        }
    }

    /// <summary>Shows that an answer is being worked on; if it does not work, nobody misses it.</summary>
    public async Task ShowTypingAsync(Activity typing, ConversationReference reference, CancellationToken cancellationToken)
    {
        try
        {
            var client = await ClientAsync(reference, cancellationToken);
            await client.Conversations.SendToConversationAsync(typing, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogDebug("Typing could not be shown: {Error}", error.GetType().Name);
        }
    }

    private async Task<string?> SendAsync(OutboxKind kind, string body, string? target, ConversationReference reference, CancellationToken cancellationToken)
    {
        var client = await ClientAsync(reference, cancellationToken);
        if (kind == OutboxKind.Delete)
        {
            await client.Conversations.DeleteActivityAsync(reference.Conversation.Id, target, cancellationToken);
            return null;
        }

        var activity = await ActivityJson.ReadAsync<Activity>(body) ?? throw new InvalidDataException("What is to be sent cannot be read.");
        activity.Id = target;
        if (kind == OutboxKind.Update)
            return (await client.Conversations.UpdateActivityAsync(activity, cancellationToken))?.Id;
        return (await (string.IsNullOrWhiteSpace(activity.ReplyToId)
            ? client.Conversations.SendToConversationAsync(activity, cancellationToken)
            : client.Conversations.ReplyToActivityAsync(activity, cancellationToken)))?.Id;
    }

    private Task<IConnectorClient> ClientAsync(ConversationReference reference, CancellationToken cancellationToken) =>
        authentication.Value.CreateConnectorFactory(_bot).CreateAsync(reference.ServiceUrl, authentication.Value.GetOriginatingAudience(), cancellationToken);
}
