using CoachBot.Conversation;
using CoachBot.Flows;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

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

    public StandingClock Clock { get; } = new();

    public Phrases Phrases => Services.GetRequiredService<Phrases>();

    public IReadOnlyDictionary<string, Flow> Flows => Services.GetRequiredService<IReadOnlyDictionary<string, Flow>>();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>One person's personal chat with the coach.</summary>
    public Chat Chat(string person = "rep", string? conversation = null, string type = "personal", string channel = "msteams") =>
        new(this, person, conversation ?? $"chat-of-{person}", type, channel);

    /// <summary>Stops the program and starts it again on the same database.</summary>
    public async Task<CoachApp> RestartAsync()
    {
        var again = new CoachApp(_folder, _ownsFolder) { Settings = Settings };
        _keepFolder = true;
        await DisposeAsync();
        return again;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Path", Path.Combine(_folder.FullName, "coach.db"));
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    private bool _keepFolder;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsFolder && !_keepFolder && _folder.Exists)
            _folder.Delete(recursive: true);
    }
}
