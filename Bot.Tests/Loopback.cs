using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CoachBot.Tests;

/// <summary>A real port of this machine for a program that is tested.</summary>
internal static class Loopback
{
    /// <summary>Starts the program's server on a port, a free one unless told.</summary>
    // The port goes into the server's own options: set from outside, it comes too late when the program starts first.
    public static void Listen(this WebApplicationFactory<Program> program, int port = 0)
    {
        program.UseKestrel(options => options.Listen(IPAddress.Loopback, port));
        program.StartServer();
    }
}
