using System.Net.WebSockets;
using System.Text;

namespace CoachBot.Channels.LocalChat;

/// <summary>The WebSocket over which a conversation's activities reach the page as they come.</summary>
public static class ChatSocket
{
    public static async Task<IResult> RunAsync(string id, string? watermark, HttpContext http, ChatConversations conversations, IHostApplicationLifetime program)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return Results.BadRequest();
        if (conversations.Open(id) is not { } conversation)
            return Results.NotFound();
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, program.ApplicationStopping);
        var listening = ListenAsync(socket, over);
        try
        {
            await SendAsync(socket, conversation, DirectLine.Watermark(watermark), over.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The page is gone, or the program stops: either way there is nobody to tell.
        }
        await GoodbyeAsync(socket);
        await over.CancelAsync();
        await listening;
        return Results.Empty;
    }

    private static async Task SendAsync(WebSocket socket, ChatConversation conversation, long watermark, CancellationToken over)
    {
        while (true)
        {
            if (conversation.After(watermark) is { } news)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(news.ActivitySet), WebSocketMessageType.Text, endOfMessage: true, over);
                watermark = news.Watermark;
            }
            await conversation.ChangedAsync(watermark).WaitAsync(over);
        }
    }

    // The page says nothing but empty keep-alives here; listening is how its going away is noticed.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource over)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), over.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
        }
        await over.CancelAsync();
    }

    private static async Task GoodbyeAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
        }
    }
}
