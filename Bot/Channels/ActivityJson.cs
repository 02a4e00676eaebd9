using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace CoachBot.Channels;

/// <summary>The protocol's objects as JSON text and back, by the one serializer that both sources of the Bot Framework have in common: that of their HTTP bodies.</summary>
public static class ActivityJson
{
    /// <summary>The value, or the default where the text is no JSON of that shape.</summary>
    public static async Task<T?> ReadAsync<T>(ReadOnlyMemory<byte> json) where T : class
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.Body = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(json, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(json.ToArray());
        return await HttpHelper.ReadRequestAsync<T>(http.Request);
    }

    public static Task<T?> ReadAsync<T>(string json) where T : class => ReadAsync<T>(System.Text.Encoding.UTF8.GetBytes(json));

    public static async Task<string> WriteAsync(object value)
    {
        var http = new DefaultHttpContext();
        var body = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await HttpHelper.WriteResponseAsync(http.Response, new InvokeResponse { Status = StatusCodes.Status200OK, Body = value });
        await http.Response.BodyWriter.FlushAsync();
        return System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
