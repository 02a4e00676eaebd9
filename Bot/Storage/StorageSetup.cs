using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoachBot.Storage;

public static class StorageSetup
{
    /// <summary>The name of the connection string of a PostgreSQL server; without it everything is in one SQLite file.</summary>
    public const string ServerName = "Coach";

    /// <summary>Keeps everything where the settings say; the database is opened and brought up to date before the first message is taken.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Engine).AddSingleton<StoragePlace>();
        services.AddPooledDbContextFactory<CoachDatabase>((all, options) => all.GetRequiredService<DatabaseEngine>().Use(options));
        services.AddSingleton(all => new DatabaseClock(Databases(all), all.GetRequiredService<DatabaseEngine>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new StateTypes(all.GetServices<StateType>()));
        services.AddSingleton<StateJson>();
        services.AddSingleton<IStorage>(all => new DatabaseStorage(Databases(all), all.GetRequiredService<DatabaseEngine>(), all.GetRequiredService<StateJson>()));
        services.AddSingleton<PersonState>();
        services.AddHostedService<OpenAtStart>();
        return services;
    }

    /// <summary>Lets state hold this type, under a name that must not change while there is state with it.</summary>
    public static IServiceCollection AddStateType<T>(this IServiceCollection services, string name) =>
        services.AddSingleton(new StateType(name, typeof(T)));

    private static DatabaseEngine Engine(IServiceProvider all) =>
        all.GetRequiredService<IConfiguration>().GetConnectionString(ServerName) is { Length: > 0 } server
            ? new PostgresEngine(server)
            : new SqliteEngine(all.GetRequiredService<IOptions<StorageOptions>>().Value.FullPath(), all.GetRequiredService<TimeProvider>());

    private static IDbContextFactory<CoachDatabase> Databases(IServiceProvider all) => all.GetRequiredService<IDbContextFactory<CoachDatabase>>();

    // A database that cannot be used stops the start, not the first person.
    private sealed class OpenAtStart(DatabaseEngine engine, IDbContextFactory<CoachDatabase> databases, DatabaseClock clock) : IHostedLifecycleService
    {
        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            await engine.PrepareAsync(cancellationToken);
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await Migrations.ApplyAsync(database, engine, cancellationToken);
            await clock.ReadAsync(cancellationToken);
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
