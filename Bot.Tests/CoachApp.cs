using System.Diagnostics;
using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoachBot.Tests;

/// <summary>The running coach, with a database of its own and a clock that stands still until it is moved.</summary>
public sealed class CoachApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder;
    private readonly bool _ownsFolder;

    public CoachApp() : this(Directory.CreateTempSubdirectory("coach-tests-"), ownsFolder: true)
    {
    }

    private CoachApp(DirectoryInfo folder, bool ownsFolder) => (_folder, _ownsFolder) = (folder, ownsFolder);

    /// <summary>Settings of the program beside those of every test, for example the model's.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Stands for the channel: what the coach calls it by ends up here.</summary>
    public HttpMessageHandler? Connector { get; init; }

    public StandingClock Clock { get; } = new();

    public Phrases Phrases => Services.GetRequiredService<Phrases>();

    public IReadOnlyDictionary<string, Flow> Flows => Services.GetRequiredService<IReadOnlyDictionary<string, Flow>>();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>One person's personal chat with the coach.</summary>
    public Chat Chat(string person = "rep", string? conversation = null, string type = "personal", string channel = "msteams") =>
        new(this, person, conversation ?? $"chat-of-{person}", type, channel);

    /// <summary>Stops the program and starts it again on the same database.</summary>
    /// <param name="between">What is done to the database file while nothing runs.</param>
    public async Task<CoachApp> RestartAsync(Action<string>? between = null)
    {
        var again = new CoachApp(_folder, _ownsFolder) { Settings = Settings, Connector = Connector };
        _keepFolder = true;
        await DisposeAsync();
        between?.Invoke(Path.Combine(_folder.FullName, "coach.db"));
        return again;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        // A test is faster than a person types.
        builder.UseSetting("Sends:PerConversation", "10000,10000,10000,10000");
        builder.UseSetting("Storage:Path", Path.Combine(_folder.FullName, "coach.db"));
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
        if (Connector is { } connector)
            builder.ConfigureTestServices(services => services.AddHttpClient(Options.DefaultName).ConfigurePrimaryHttpMessageHandler(() => connector));
    }

    /// <summary>Waits until everything that came in has been worked on and what came of it is sent.</summary>
    public async Task SettledAsync()
    {
        var databases = Get<IDbContextFactory<CoachDatabase>>();
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(2))
        {
            await using var database = await databases.CreateDbContextAsync();
            if (!await database.Inbox.AnyAsync(i => i.Status == InboxStatus.Waiting) && !await database.Outbox.AnyAsync(o => o.Status < OutboxStatus.Sent))
                return;
        }

        Assert.Fail("Something is still under way after 30 s.");
    }

    private bool _keepFolder;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsFolder && !_keepFolder && _folder.Exists)
            _folder.Delete(recursive: true);
    }
}
