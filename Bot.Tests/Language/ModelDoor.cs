using System.Diagnostics.Metrics;
using CoachBot.Language;
using CoachBot.Reading;
using CoachBot.Tests.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Language;

/// <summary>The door to a model and the model reader behind it, as a command would build them: without a web host.</summary>
internal sealed class ModelDoor : IAsyncDisposable
{
    public const string Key = "sk-not-a-key-5f2b";

    public static readonly NoCase ANo = NoCase.Parse("""{"offer":"annual maintenance plan","channel":"call","said":"Not now, maybe after the summer.","body":"she sounded tired"}""");

    public static readonly LanguageCaller Rep = new("tenant-1", "rep-1");

    // Read once: what is tested here is the door.
    private static readonly Lazy<IServiceCollection> Ours = new(() => new ServiceCollection().AddContent(Path.Combine(AppContext.BaseDirectory, "Prompts")));

    private readonly ServiceProvider _services;
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _measured = [];

    public ModelDoor(FakeModelServer? server, TimeProvider? clock = null, string? prompts = null, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        foreach (var (name, value) in server is null ? settings : [.. SettingsFor(server), .. settings])
            configuration[name] = value;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        foreach (var part in prompts is null ? Ours.Value : new ServiceCollection().AddContent(prompts))
            ((ICollection<ServiceDescriptor>)services).Add(part);
        services.AddLanguage();
        _services = services.BuildServiceProvider();
        Listen();
    }

    public Log Log { get; } = new();

    public ModelReader Reader => _services.GetRequiredService<ModelReader>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static (string Name, string Value)[] SettingsFor(FakeModelServer server) =>
        [("AzureOpenAI:Endpoint", server.Address), ("AzureOpenAI:Deployment", "gpt-4.1-mini"), ("AzureOpenAI:ApiKey", Key)];

    // Where the clock is a test's, whoever waits too long would wait for ever.
    public Task<LanguageAnswer<ModelReading>> ReadAsync(NoCase? no = null, LanguageCaller? caller = null, CancellationToken? cancellationToken = null) =>
        Reader.ReadAsync(no ?? ANo, caller ?? Rep, cancellationToken ?? TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>What the meters hold under a name, tags beside each value.</summary>
    public IReadOnlyList<(double Value, string Tags)> Measured(string name)
    {
        lock (_measured)
            return [.. _measured.Where(m => m.Name == name).Select(m => (m.Value, m.Tags))];
    }

    private void Listen()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_measured)
            _measured.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _services.DisposeAsync();
    }
}
