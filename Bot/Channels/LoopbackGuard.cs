using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CoachBot.Channels;

/// <summary>
/// Without credentials anybody who reaches the program is believed, so nobody but this machine may reach it: not over
/// another address, not by a web page of somebody else's, and not through a tunnel or a proxy, which look like this
/// machine but say so in their headers.
/// </summary>
public sealed class LoopbackGuard(Access access, ILogger<LoopbackGuard> log) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (access.LoopbackOnly)
        {
            log.LogWarning("No credentials are configured: everybody on this machine is believed, so only this machine is answered. Set MicrosoftAppId and its companions before anyone else uses the coach.");
            app.Use(RefuseStrangers);
        }

        next(app);
    };

    /// <exception cref="InvalidOperationException">The program would listen beyond this machine.</exception>
    public static void DemandLoopback(ListenOptions endpoint)
    {
        if (endpoint.ApplicationServices.GetRequiredService<Access>().LoopbackOnly
            && !(endpoint.EndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address)))
        {
            throw new InvalidOperationException($"Without credentials the coach listens on this machine only, not on {endpoint.EndPoint}. Set MicrosoftAppId and its companions, or use a local address, for example ASPNETCORE_URLS=http://localhost:3978.");
        }
    }

    private static Task RefuseStrangers(HttpContext http, RequestDelegate next)
    {
        if (IsFromHere(http))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsFromHere(HttpContext http)
    {
        var request = http.Request;
        if (http.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
            return false;
        if (!ServiceHosts.IsThisMachine(request.Host.Host))
            return false;
        if (request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host.Value}")
            return false;

        foreach (var (name, _) in request.Headers)
        {
            // X-Original-*: what is left when the server has already taken a proxy's word.
            if (name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
