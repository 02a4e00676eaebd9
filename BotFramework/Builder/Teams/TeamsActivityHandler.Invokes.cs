using System.Net;
using System.Text.Json;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <content>The invokes of Teams. One that is not overridden is answered 501, one that cannot be read 400.</content>
public partial class TeamsActivityHandler
{
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return await DispatchAsync(turnContext, cancellationToken) ?? await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (InvokeResponseException refusal)
        {
            return refusal.Response;
        }
    }

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        => OnTeamsSigninVerifyStateAsync(turnContext, cancellationToken);

    protected virtual async Task<InvokeResponse> OnTeamsFileConsentAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
    {
        switch (fileConsentCardResponse.Action)
        {
            case "accept":
                await OnTeamsFileConsentAcceptAsync(turnContext, fileConsentCardResponse, cancellationToken);
                return CreateInvokeResponse();
            case "decline":
                await OnTeamsFileConsentDeclineAsync(turnContext, fileConsentCardResponse, cancellationToken);
                return CreateInvokeResponse();
            default:
                throw Unreadable($"{fileConsentCardResponse.Action} is not a supported Action.");
        }
    }

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionDispatchAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => action.BotMessagePreviewAction switch
        {
            null or "" => OnTeamsMessagingExtensionSubmitActionAsync(turnContext, action, cancellationToken),
            "edit" => OnTeamsMessagingExtensionBotMessagePreviewEditAsync(turnContext, action, cancellationToken),
            "send" => OnTeamsMessagingExtensionBotMessagePreviewSendAsync(turnContext, action, cancellationToken),
            var other => throw Unreadable($"{other} is not a supported BotMessagePreviewAction."),
        };

    protected virtual Task<MessagingExtensionResponse> OnTeamsAnonymousAppBasedLinkQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task OnTeamsFileConsentAcceptAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task OnTeamsFileConsentDeclineAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task OnTeamsO365ConnectorCardActionAsync(
        ITurnContext<IInvokeActivity> turnContext, O365ConnectorCardActionQuery query, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task OnTeamsSigninVerifyStateAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<TabResponse> OnTeamsTabFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, TabRequest tabRequest, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<TabResponse> OnTeamsTabSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, TabSubmit tabSubmit, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        => throw InvokeResponseException.NotImplemented();

    private async Task<InvokeResponse> DispatchAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        switch (turnContext.Activity.Name)
        {
            case null when turnContext.Activity.ChannelId == Channels.Msteams:
                return await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken);
            case "fileConsent/invoke":
                return await OnTeamsFileConsentAsync(turnContext, Read<FileConsentCardResponse>(turnContext), cancellationToken);
            case "actionableMessage/executeAction":
                await OnTeamsO365ConnectorCardActionAsync(turnContext, Read<O365ConnectorCardActionQuery>(turnContext), cancellationToken);
                return CreateInvokeResponse();
            case "composeExtension/queryLink":
                return CreateInvokeResponse(
                    await OnTeamsAppBasedLinkQueryAsync(turnContext, Read<AppBasedLinkQuery>(turnContext), cancellationToken));
            case "composeExtension/anonymousQueryLink":
                return CreateInvokeResponse(
                    await OnTeamsAnonymousAppBasedLinkQueryAsync(turnContext, Read<AppBasedLinkQuery>(turnContext), cancellationToken));
            case "composeExtension/query":
                return CreateInvokeResponse(
                    await OnTeamsMessagingExtensionQueryAsync(turnContext, Read<MessagingExtensionQuery>(turnContext), cancellationToken));
            case "composeExtension/querySettingUrl":
                return CreateInvokeResponse(
                    await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(turnContext, Read<MessagingExtensionQuery>(turnContext), cancellationToken));
            case "composeExtension/submitAction":
                return CreateInvokeResponse(
                    await OnTeamsMessagingExtensionSubmitActionDispatchAsync(turnContext, Read<MessagingExtensionAction>(turnContext), cancellationToken));
            case "composeExtension/fetchTask":
                return CreateInvokeResponse(
                    await OnTeamsMessagingExtensionFetchTaskAsync(turnContext, Read<MessagingExtensionAction>(turnContext), cancellationToken));
            case "task/fetch":
                return CreateInvokeResponse(
                    await OnTeamsTaskModuleFetchAsync(turnContext, Read<TaskModuleRequest>(turnContext), cancellationToken));
            case "task/submit":
                return CreateInvokeResponse(
                    await OnTeamsTaskModuleSubmitAsync(turnContext, Read<TaskModuleRequest>(turnContext), cancellationToken));
            case "tab/fetch":
                return CreateInvokeResponse(await OnTeamsTabFetchAsync(turnContext, Read<TabRequest>(turnContext), cancellationToken));
            case "tab/submit":
                return CreateInvokeResponse(await OnTeamsTabSubmitAsync(turnContext, Read<TabSubmit>(turnContext), cancellationToken));
            default:
                return null;
        }
    }

    private static T Read<T>(ITurnContext<IInvokeActivity> turnContext)
        where T : class
    {
        try
        {
            return ProtocolJson.To<T>(turnContext.Activity.Value) ?? throw Unreadable($"A value of type {typeof(T).Name} was expected.");
        }
        catch (JsonException)
        {
            throw Unreadable($"A value of type {typeof(T).Name} was expected.");
        }
    }

    private static InvokeResponseException Unreadable(string why) => new(HttpStatusCode.BadRequest, why);
}
