using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;

namespace CoachBot.Storage;

public static class StorageSetup
{
    /// <summary>Keeps state where the settings under Storage say; the database is opened before the first message is taken.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new StateTypes(provider.GetServices<StateType>()));
        services.AddSingleton<StateJson>();
        services.AddSingleton(Open);
        services.AddSingleton<PersonState>();
        services.AddHostedService<OpenAtStart>();
        return services;
    }

    /// <summary>Lets state hold this type, under a name that must not change while there is state with it.</summary>
    public static IServiceCollection AddStateType<T>(this IServiceCollection services, string name) =>
        services.AddSingleton(new StateType(name, typeof(T)));

    private static IStorage Open(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options.Kind == StorageOptions.Memory
            ? new MemoryStorage()
            : new SqliteStorage(options.FullPath(), provider.GetRequiredService<StateJson>());
    }

    // Asking for the storage opens it: a database that cannot be used stops the start, not the first person.
    private sealed class OpenAtStart(IStorage storage) : IHostedService
    {
        private readonly IStorage _storage = storage;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
