namespace CoachBot.Channels;

/// <summary>Stands before every call of the connector's HttpClient: what is not on the list of hosts is not connected to.</summary>
public sealed class OutboundGuard(ServiceHosts hosts, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri;
        if (address is null || !(hosts.Allow(address) || (hosts.IsLocalIssuer(address) && request.Headers.Authorization is null)))
            throw new HostNotAllowedException();
        // On this machine there is nobody who needs the bot's token.
        if (!ServiceHosts.IsChannel(address))
            request.Headers.Authorization = null;

        OutgoingCall.NoteBegin();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await OutgoingCall.NoteAsync(response, time, cancellationToken);
            return response;
        }
        catch (HttpRequestException unwritten) when (unwritten.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            OutgoingCall.NoteUnwritten();
            throw;
        }
    }
}

/// <summary>The call would have gone to a host that the bot does not call.</summary>
public sealed class HostNotAllowedException() : HttpRequestException("The call goes to a host that is not on the list.");
