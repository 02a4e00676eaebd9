using System.Net;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Thrown where an invoke is refused; carries the answer.</summary>
internal sealed class InvokeResponseException(HttpStatusCode status, object body = null) : Exception
{
    internal InvokeResponse Response { get; } = new() { Status = (int)status, Body = body };

    internal static InvokeResponseException NotImplemented() => new(HttpStatusCode.NotImplemented);

    internal static InvokeResponseException BadRequest(string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error("BadRequest", message),
        });
}

/// <summary>Reads what an invoke brings, and refuses it with a reason the caller can read.</summary>
internal static class InvokeRequests
{
    internal static AdaptiveCardInvokeValue ReadCardAction(IInvokeActivity activity)
    {
        var value = Read<AdaptiveCardInvokeValue>(activity);
        if (value.Action == null)
        {
            throw InvokeResponseException.BadRequest("Missing action property");
        }

        return value.Action.Type == "Action.Execute"
            ? value
            : throw new InvokeResponseException(
                HttpStatusCode.BadRequest,
                new AdaptiveCardInvokeResponse
                {
                    StatusCode = (int)HttpStatusCode.BadRequest,
                    Type = "application/vnd.microsoft.error",
                    Value = new Error("NotSupported", $"The action '{value.Action.Type}'is not supported."),
                });
    }

    internal static SearchInvokeValue ReadSearch(IInvokeActivity activity)
    {
        var value = Read<SearchInvokeValue>(activity);

        // Teams leaves the kind out where it means a plain search.
        value.Kind ??= activity.ChannelId == "msteams" ? SearchInvokeTypes.Search : null;
        string missing = string.IsNullOrEmpty(value.Kind) ? "kind" : string.IsNullOrEmpty(value.QueryText) ? "queryText" : null;
        return missing == null ? value : throw InvokeResponseException.BadRequest($"Missing {missing} property for search");
    }

    private static T Read<T>(IInvokeActivity activity)
        where T : class
    {
        if (activity.Value == null)
        {
            throw InvokeResponseException.BadRequest("Missing value property");
        }

        try
        {
            return ProtocolJson.To<T>(activity.Value) ?? throw InvokeResponseException.BadRequest("Missing value property");
        }
        catch (JsonException)
        {
            throw InvokeResponseException.BadRequest("Value property is not properly formed");
        }
    }
}
