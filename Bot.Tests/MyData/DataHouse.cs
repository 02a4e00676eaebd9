using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Conversation;
using CoachBot.Tests.Channels.Turns;
using CoachBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.MyData;

/// <summary>The coach with a channel that takes what it says, on either database, whose every byte can be looked at.</summary>
internal sealed class DataHouse : IAsyncDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly string? _server;
    private readonly GatedCoach _bot = new();
    private TurnHost _host;

    private DataHouse(string? server, (string, string)[] settings, LogLevel logsFrom)
    {
        (_server, Settings, LogsFrom) = (server, settings, logsFrom);
        _host = Start();
    }

    public static async Task<DataHouse> OpenAsync(bool onServer = false, LogLevel logsFrom = LogLevel.Warning, params (string, string)[] settings) =>
        new(onServer ? await PostgresServer.NewDatabaseAsync() : null, settings, logsFrom);

    public (string, string)[] Settings { get; }

    public LogLevel LogsFrom { get; }

    public bool IsOnServer => _server is not null;

    public FakeChannel Channel { get; } = new();

    public StandingClock Clock { get; } = new();

    public TurnHost Host => _host;

    public GatedCoach Bot => _bot;

    public string Say(string key) => _host.Get<Phrases>().Say(key);

    public DataRep Rep(string id, string conversation) => new(this, id, conversation);

    public async Task RestartAsync()
    {
        await _host.DisposeAsync();
        _host = Start();
        _host.CreateClient();
    }

    /// <summary>Waits until the last word is said and nothing is left to be deleted.</summary>
    public Task ErasedAsync() => _host.UntilAsync(async database => Channel.Texts.Contains(Say("my-data.delete.done")) && !await database.Erasures.AnyAsync());

    /// <summary>Makes everything that stands in the tables of a server older: its clock is its own.</summary>
    public Task AgeAsync(TimeSpan by) => _host.AskAsync(async database =>
    {
        foreach (var time in database.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTimeOffset)))
        {
            var (table, column, milliseconds) = (time.DeclaringType.GetTableName(), time.GetColumnName(), (long)by.TotalMilliseconds);
#pragma warning disable EF1002 // Names of ours.
            await database.Database.ExecuteSqlRawAsync($"UPDATE {table} SET {column} = {column} - {milliseconds} WHERE {column} > 0");
#pragma warning restore EF1002
        }

        return 0;
    });

    /// <summary>Everything that stands in the tables, as text.</summary>
    public Task<string> DumpAsync() => _host.AskAsync(async database =>
    {
        var text = new StringBuilder();
        await database.Database.OpenConnectionAsync();
        foreach (var table in database.Model.GetEntityTypes().Select(e => e.GetTableName()))
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A table of ours.
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                text.AppendJoin('|', Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)).Append('\n');
        }

        return text.ToString();
    });

    /// <summary>Every byte of every file: the database, its log, what lies beside it.</summary>
    public string Bytes()
    {
        var all = new StringBuilder();
        foreach (var file in Directory.GetFiles(_file.Folder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            open.CopyTo(bytes);
            all.Append(Encoding.Latin1.GetString(bytes.ToArray()));
        }

        return all.ToString();
    }

    /// <summary>What the page at the link gives for this file.</summary>
    public async Task<(HttpStatusCode Status, string Text)> FetchAsync(string link, string name)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..])]);
        using var answer = await _host.CreateClient().PostAsync($"/my-data/{name}", form);
        return (answer.StatusCode, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }

    public string LastLink => (string)Channel.Activities.Last(a => a["attachments"] is not null)["attachments"]![0]!["content"]!["buttons"]![0]!["value"]!;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_server is not null)
            await PostgresServer.DropAsync(_server);
        _file.Dispose();
    }

    private TurnHost Start()
    {
        var host = new TurnHost(_bot, Channel, _server ?? _file.Path, [.. Settings, .. _server is null ? [] : new[] { ("Storage:Path", _file.Path) }]) { Clock = Clock, LogsFrom = LogsFrom };
        _bot.Coach = new Lazy<IBot>(() => ActivatorUtilities.CreateInstance<Coach>(host.Services));
        return host;
    }
}

/// <summary>The coach, whose turns can be held up when everything in them has been said and nothing is written.</summary>
internal sealed class GatedCoach : IBot
{
    public Lazy<IBot> Coach { get; set; } = null!;

    /// <summary>What is waited for at the end of a turn.</summary>
    public Func<ITurnContext, Task> AtTheEnd { get; set; } = _ => Task.CompletedTask;

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await Coach.Value.OnTurnAsync(turnContext, cancellationToken);
        await AtTheEnd(turnContext);
    }
}

/// <summary>One person in one conversation, who types.</summary>
internal sealed class DataRep(DataHouse house, string id, string conversation)
{
    public string Type { get; init; } = "personal";

    public string Channel { get; init; } = "msteams";

    public JsonObject Message(string text)
    {
        var message = TurnHost.Message(text, conversation);
        message["from"] = new JsonObject { ["id"] = id, ["name"] = id == AStory.Rep ? "Fernanda Quastelmann" : "Olga" };
        message["channelId"] = Channel;
        message["conversation"]!["conversationType"] = Type;
        message["localTimezone"] = "Europe/Vienna";
        return message;
    }

    public async Task SaysAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.Equal(200, await house.Host.PostAsync(Message(text)));
            await house.Host.SettledAsync();
        }
    }

    /// <summary>Says it, and what was answered to it.</summary>
    public async Task<string> AsksAsync(string text)
    {
        var before = house.Channel.Taken.Count;
        await SaysAsync(text);
        return string.Join('\n', house.Channel.Taken.Skip(before).Select(t => t.Text));
    }

    public Task TellsAsync(Debrief.ANo no) => SaysAsync(["debrief", .. no.Answers().Select(a => a.Answer)]);
}
