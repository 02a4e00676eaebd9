using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The JSON of a request's and a response's body.</summary>
public static class HttpHelper
{
    /// <summary>The body's value, or the default where it is not JSON of that shape.</summary>
    public static async Task<T> ReadRequestAsync<T>(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            // A body that somebody has already read into memory is not copied again.
            if (request.Body is MemoryStream memory && memory.TryGetBuffer(out var buffer))
                return JsonSerializer.Deserialize<T>(buffer.AsSpan((int)memory.Position), ProtocolJson.Options);

            return await JsonSerializer.DeserializeAsync<T>(request.Body, ProtocolJson.Options, request.HttpContext?.RequestAborted ?? default).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Writes nothing but 200 where there is no answer.</summary>
    public static async Task WriteResponseAsync(HttpResponse response, InvokeResponse invokeResponse)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (invokeResponse == null)
        {
            response.StatusCode = StatusCodes.Status200OK;
            return;
        }

        response.StatusCode = invokeResponse.Status;
        if (invokeResponse.Body == null)
            return;

        var body = JsonSerializer.SerializeToUtf8Bytes(invokeResponse.Body, ProtocolJson.Options.GetTypeInfo(invokeResponse.Body.GetType()));
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body).ConfigureAwait(false);
    }
}
