using CoachBot.Conversation;
using CoachBot.Flows;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels.Browser;

/// <summary>The whole program on a free port of this machine, with a database of its own.</summary>
public sealed class CoachOnLoopback : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder;
    private bool _startsAgain;

    public CoachOnLoopback() : this(Directory.CreateTempSubdirectory("coach-page-"), port: 0)
    {
    }

    private CoachOnLoopback(DirectoryInfo folder, int port)
    {
        _folder = folder;
        this.Listen(port);
    }

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A phrase of the coach, by its key.</summary>
    public string Say(string key) => Services.GetRequiredService<Phrases>().Say(key);

    /// <summary>A question of the debrief, by its name.</summary>
    public Question Question(string id) =>
        Services.GetRequiredService<IReadOnlyDictionary<string, Flow>>()["debrief"].Questions.Single(q => q.Id == id);

    /// <summary>The words on the button for an answer.</summary>
    public string Option(string question, string option) => Question(question).Options.Single(o => o.Id == option).Says;

    /// <summary>Ends the program and starts it again, at the same address and on the same database.</summary>
    public async Task<CoachOnLoopback> StartAgainAsync()
    {
        var port = Address.Port;
        _startsAgain = true;
        await DisposeAsync();
        return new CoachOnLoopback(_folder, port);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!_startsAgain && _folder.Exists)
            _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Path", Path.Combine(_folder.FullName, "coach.db"));
    }
}
