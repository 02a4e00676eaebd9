namespace Microsoft.Bot.Builder;

/// <summary>What middleware and the bot leave for each other during one turn; services in it end with the turn.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    public T Get<T>(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) && value is T found ? found : default;
    }

    public T Get<T>() => Get<T>(typeof(T).FullName);

    public void Add<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        base.Add(key, value);
    }

    public void Add<T>(T value) => Add(typeof(T).FullName, value);

    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    public void Set<T>(T value) => Set(typeof(T).FullName, value);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
        {
            return;
        }

        _disposed = true;
        foreach (var service in Values.OfType<IDisposable>().Where(service => !ReferenceEquals(service, this)).ToList())
        {
            service.Dispose();
        }
    }
}
