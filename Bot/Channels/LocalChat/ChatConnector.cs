using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace CoachBot.Channels.LocalChat;

/// <summary>The bot's side: the connector's endpoints at the service URL, where the bot sends, updates and deletes activities.</summary>
public static class ChatConnector
{
    private const int MostBytes = 1_000_000;

    public static void MapChatConnector(this IEndpointRouteBuilder routes)
    {
        var activities = routes.MapGroup("/v3/conversations/{id}/activities").WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        activities.MapPost("", (string id, HttpRequest request, ChatConversations all) => SendAsync(id, null, null, request, all));
        activities.MapPost("{replyTo}", (string id, string replyTo, HttpRequest request, ChatConversations all) => SendAsync(id, replyTo, null, request, all));
        // An update of something that is no longer in memory still reaches a page that shows it.
        activities.MapPut("{activityId}", (string id, string activityId, HttpRequest request, ChatConversations all) => SendAsync(id, null, activityId, request, all));
        activities.MapDelete("{activityId}", Delete);
    }

    private static async Task<IResult> SendAsync(string id, string? replyTo, string? activityId, HttpRequest request, ChatConversations all)
    {
        if (all.Open(id) is not { } conversation)
            return Results.NotFound();
        if (await DirectLine.BodyAsync(request) is not { } activity || activity["type"] is null)
            return Results.BadRequest();
        activity["from"] = DirectLine.Account(activity["from"], "bot");
        if (replyTo is not null)
            activity["replyToId"] ??= replyTo;
        return Results.Json(new { id = conversation.Put(activity, activityId) });
    }

    // Clients of Direct Line know no deletion: an event in its place, which no client shows, takes a message away.
    private static IResult Delete(string id, string activityId, ChatConversations all)
    {
        if (all.Open(id) is not { } conversation)
            return Results.NotFound();
        conversation.Put(new JsonObject { ["type"] = "event", ["name"] = "deleted", ["from"] = DirectLine.Account(null, "bot") }, activityId);
        return Results.Ok();
    }
}
