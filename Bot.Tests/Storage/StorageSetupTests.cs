using CoachBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Storage;

/// <summary>The settings under Storage.</summary>
public sealed class StorageSetupTests : IDisposable
{
    private readonly TemporaryFile _file = new();

    [Fact]
    public async Task Open_the_database_before_the_first_message_is_taken()
    {
        await using var app = App(("Storage:Path", _file.Path));

        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.True(File.Exists(_file.Path));
    }

    [Fact]
    public async Task Stop_the_start_when_no_server_answers_and_name_the_setting_but_no_password()
    {
        await using var app = App(("ConnectionStrings:Coach", "Host=127.0.0.1;Port=1;Username=coach;Password=canary;Timeout=2"));

        var wrong = await Assert.ThrowsAnyAsync<IOException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("ConnectionStrings:Coach", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_the_start_when_the_database_cannot_be_used()
    {
        await File.WriteAllTextAsync(_file.Path, "this is no database, and long enough to be sure of it", TestContext.Current.CancellationToken);
        await using var app = App(("Storage:Path", _file.Path));

        var wrong = await Assert.ThrowsAnyAsync<IOException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Storage:Path", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Put_the_database_into_the_accounts_own_folder_when_nothing_is_set() =>
        Assert.EndsWith(Path.Combine("CoachBot", "coach.db"), new StorageOptions().FullPath(), StringComparison.Ordinal);

    [Fact]
    public async Task Let_a_capability_keep_its_own_records()
    {
        await using var app = App(("Storage:Path", _file.Path));
        await app.StartAsync(TestContext.Current.CancellationToken);
        var storage = app.Services.GetRequiredService<IStorage>();

        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = new Promise("Ana") }, TestContext.Current.CancellationToken);

        var items = await storage.ReadAsync(["a"], TestContext.Current.CancellationToken);
        Assert.Equal(new Promise("Ana"), items["a"]);
    }

    public void Dispose() => _file.Dispose();

    private static WebApplication App(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.WebHost.UseTestServer();
        builder.Services.AddStorage().AddStateType<Promise>("promise");
        return builder.Build();
    }

    private sealed record Promise(string Customer);
}
