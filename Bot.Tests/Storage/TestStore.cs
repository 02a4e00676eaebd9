using CoachBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Storage;

/// <summary>An open database with the coach's tables in it, as the program opens it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestStore(WebApplication app) => _app = app;

    public IStorage Storage => _app.Services.GetRequiredService<IStorage>();

    public IServiceProvider Services => _app.Services;

    public static Task<TestStore> OnSqliteAsync(string path, params StateType[] types) => OpenAsync("Storage:Path", path, types);

    public static Task<TestStore> OnPostgresAsync(string connection, params StateType[] types) => OpenAsync("ConnectionStrings:Coach", connection, types);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<TestStore> OpenAsync(string setting, string value, StateType[] types)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(setting, (string?)value)]);
        builder.WebHost.UseTestServer();
        builder.Services.AddStorage().AddStateType<StorageSuite.Note>("note");
        foreach (var type in types)
            builder.Services.AddSingleton(type);
        var store = new TestStore(builder.Build());
        await store._app.StartAsync();
        return store;
    }
}
