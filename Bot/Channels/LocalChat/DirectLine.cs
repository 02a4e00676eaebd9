using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace CoachBot.Channels.LocalChat;

/// <summary>The page's side: the part of Direct Line 3.0 that Web Chat and the plain page use.</summary>
public static class DirectLine
{
    // What the bot takes in one request, less what is added on the way.
    private const int MostBytes = 250 * 1024;

    private static readonly JsonObject Bot = new() { ["id"] = "coachbot", ["name"] = "CoachBot", ["role"] = "bot" };

    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var lines = routes.MapGroup("/v3/directline").WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        lines.MapPost("/conversations", StartAsync);
        lines.MapGet("/conversations/{id}", Reopen);
        lines.MapGet("/conversations/{id}/activities", Read);
        lines.MapPost("/conversations/{id}/activities", SayAsync);
        lines.MapGet("/conversations/{id}/stream", ChatSocket.RunAsync);
        lines.MapPost("/tokens/refresh", Refresh);
    }

    private static async Task<IResult> StartAsync(HttpRequest request, ChatConversations conversations, BotEndpoint bot)
    {
        var body = await BodyAsync(request) ?? [];
        var conversation = conversations.Start();
        var person = Account(body["user"], "user");
        await bot.TakesAsync(Addressed(bot, new JsonObject
        {
            ["type"] = "conversationUpdate",
            ["id"] = $"{conversation.Id}-start",
            ["channelId"] = "webchat",
            ["conversation"] = new JsonObject { ["id"] = conversation.Id },
            ["from"] = person,
            ["membersAdded"] = new JsonArray(person.DeepClone(), Bot.DeepClone()),
        }));
        return Results.Json(Opened(request, conversation, "0"), statusCode: StatusCodes.Status201Created);
    }

    private static IResult Reopen(string id, string? watermark, HttpRequest request, ChatConversations conversations) =>
        conversations.Open(id) is { } conversation ? Results.Json(Opened(request, conversation, watermark)) : Results.NotFound();

    private static IResult Read(string id, string? watermark, ChatConversations conversations)
    {
        if (conversations.Open(id) is not { } conversation)
            return Results.NotFound();
        var from = Watermark(watermark);
        return Results.Text(conversation.After(from)?.ActivitySet ?? ChatConversation.ActivitySet([], from), "application/json");
    }

    private static async Task<IResult> SayAsync(string id, HttpRequest request, ChatConversations conversations, BotEndpoint bot)
    {
        if (conversations.Open(id) is not { } conversation)
            return Results.NotFound();
        if (await BodyAsync(request) is not { } activity || activity["type"] is not JsonValue type || type.GetValueKind() != JsonValueKind.String)
            return Results.BadRequest();
        activity["from"] = Account(activity["from"], "user");
        var activityId = conversation.Put(activity);
        return await bot.TakesAsync(Addressed(bot, activity))
            ? Results.Json(new { id = activityId })
            : Results.StatusCode(StatusCodes.Status502BadGateway);
    }

    // There is nothing to refresh on loopback; the answer keeps the client content.
    private static IResult Refresh(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString().Split(' ')[^1];
        return Results.Json(new { conversationId = token, token, expires_in = 3600 });
    }

    private static object Opened(HttpRequest request, ChatConversation conversation, string? watermark) => new
    {
        conversationId = conversation.Id,
        token = conversation.Id,
        expires_in = 3600,
        streamUrl = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}/v3/directline/conversations/{conversation.Id}/stream?watermark={Watermark(watermark)}",
    };

    internal static long Watermark(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;

    private static JsonObject Addressed(BotEndpoint bot, JsonObject activity)
    {
        activity["recipient"] = Bot.DeepClone();
        activity["serviceUrl"] = bot.Address.ToString();
        return activity;
    }

    internal static JsonObject Account(JsonNode? given, string role)
    {
        var account = given is JsonObject known ? (JsonObject)known.DeepClone() : [];
        account["id"] ??= role;
        account["role"] = role;
        return account;
    }

    /// <summary>The body as a JSON object, or null when it is none.</summary>
    internal static async Task<JsonObject?> BodyAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
