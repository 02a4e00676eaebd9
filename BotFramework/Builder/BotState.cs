using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>What a bot remembers under one key: read once in a turn, written at its end if it changed.</summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new PropertyAccessor<T>(this, name);
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (GetCachedState(turnContext) is { State: not null } && !force)
        {
            return;
        }

        var key = GetStorageKey(turnContext);
        var items = await _storage.ReadAsync([key], cancellationToken);
        items.TryGetValue(key, out var stored);
        turnContext.TurnState[_contextServiceKey] = new CachedBotState(AsDictionary(stored));
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        var cached = GetCachedState(turnContext);
        if (cached != null && (force || cached.IsChanged))
        {
            var changes = new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State };
            await _storage.WriteAsync(changes, cancellationToken);
            cached.MarkSaved();
        }
    }

    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (GetCachedState(turnContext) != null)
        {
            turnContext.TurnState[_contextServiceKey] = CachedBotState.Cleared();
        }

        return Task.CompletedTask;
    }

    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (GetCachedState(turnContext) != null)
        {
            turnContext.TurnState.Remove(_contextServiceKey);
        }

        await _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such value, and T cannot be null.</exception>
    protected Task<T> GetPropertyValueAsync<T>(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        var state = GetLoaded(turnContext, propertyName);
        if (state.TryGetValue(propertyName, out var value) && value != null)
        {
            if (value is not T)
            {
                // The typed value takes its place, so that what the bot changes in it is saved.
                state[propertyName] = StateJson.To<T>(value);
            }

            return Task.FromResult((T)state[propertyName]);
        }

        return typeof(T).IsValueType && Nullable.GetUnderlyingType(typeof(T)) == null
            ? throw new KeyNotFoundException(propertyName)
            : Task.FromResult<T>(default);
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        GetLoaded(turnContext, propertyName)[propertyName] = value;
        return Task.CompletedTask;
    }

    protected Task DeletePropertyValueAsync(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        GetLoaded(turnContext, propertyName).Remove(propertyName);
        return Task.CompletedTask;
    }

    private IDictionary<string, object> GetLoaded(ITurnContext turnContext, string propertyName)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        return GetCachedState(turnContext).State;
    }

    private static IDictionary<string, object> AsDictionary(object stored) => stored switch
    {
        null => null,
        IDictionary<string, object> state => state,
        JsonElement { ValueKind: JsonValueKind.Object } or JsonObject => StateJson.To<Dictionary<string, object>>(stored),
        _ when ProtocolJson.IsForeignJson(stored.GetType()) => StateJson.To<Dictionary<string, object>>(stored),
        _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
    };

    /// <summary>A state as it is in this turn, and the fingerprint of what storage holds.</summary>
    public class CachedBotState
    {
        private byte[] _saved;

        public CachedBotState(IDictionary<string, object> state = default)
        {
            State = state ?? new Dictionary<string, object>();
            MarkSaved();
        }

        public IDictionary<string, object> State { get; set; }

        internal bool IsChanged => !_saved.AsSpan().SequenceEqual(StateJson.Fingerprint(State));

        internal static CachedBotState Cleared() => new() { _saved = [] };

        internal void MarkSaved() => _saved = StateJson.Fingerprint(State);
    }

    private sealed class PropertyAccessor<T>(BotState botState, string name) : IStatePropertyAccessor<T>
    {
        public string Name { get; } = name;

        public async Task<T> GetAsync(
            ITurnContext turnContext, Func<T> defaultValueFactory = default, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken);
            T value = default;
            try
            {
                value = await botState.GetPropertyValueAsync<T>(turnContext, Name, cancellationToken);
            }
            catch (KeyNotFoundException)
            {
                if (defaultValueFactory == null)
                {
                    return default;
                }

                value = defaultValueFactory();
                await SetAsync(turnContext, value, cancellationToken);
                return value;
            }

            if (value == null && defaultValueFactory != null)
            {
                value = defaultValueFactory();
                await SetAsync(turnContext, value, cancellationToken);
            }

            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken);
            await botState.SetPropertyValueAsync(turnContext, Name, value, cancellationToken);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken);
            await botState.DeletePropertyValueAsync(turnContext, Name, cancellationToken);
        }
    }
}
