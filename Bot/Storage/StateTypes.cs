using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CoachBot.Storage;

/// <summary>The only types that stored state may name, each under a short name that outlives a rename in the code.</summary>
/// <remarks>A list, an array or a string-keyed map of a listed type is listed too ("list of case").</remarks>
public sealed partial class StateTypes
{
    private const string ListOf = "list of ", ArrayOf = "array of ", MapOf = "map of ";
    private const int LongestName = 200;

    private readonly ConcurrentDictionary<Type, string> _names = new();
    private readonly ConcurrentDictionary<string, Type> _types = new(StringComparer.Ordinal);

    public StateTypes()
    {
        Add<string>("text").Add<bool>("bool").Add<int>("int").Add<long>("long").Add<double>("double").Add<float>("float")
            .Add<decimal>("decimal").Add<Guid>("guid").Add<object>("value").Add<DateTimeOffset>("moment").Add<DateTime>("date-time")
            .Add<DateOnly>("date").Add<TimeOnly>("time").Add<TimeSpan>("duration");
        FrameworkState.AddTo(this);
    }

    public StateTypes(IEnumerable<StateType> types) : this()
    {
        foreach (var type in types)
            Add(type);
    }

    /// <exception cref="ArgumentException">The name has other characters than a-z, 0-9 and '-', or the name or the type is listed already.</exception>
    public StateTypes Add<T>(string name) => Add(new StateType(name, typeof(T)));

    public StateTypes Add(StateType type)
    {
        if (!ShortName().IsMatch(type.Name))
            throw new ArgumentException($"'{type.Name}' is no name for a state type: use a-z, 0-9 and '-', as in 'debrief-case'.", nameof(type));
        if (!_types.TryAdd(type.Name, type.Type) || !_names.TryAdd(type.Type, type.Name))
            throw new ArgumentException($"The state type '{type.Name}' ({type.Type}) is listed twice.", nameof(type));
        return this;
    }

    /// <exception cref="StateTypeException">Neither the type nor what it is a collection of is listed.</exception>
    public string NameOf(Type type)
    {
        if (_names.TryGetValue(type, out var name))
            return name;
        return CollectionName(type) is { } collection
            ? _names.GetOrAdd(type, collection)
            : throw new StateTypeException($"{type} is not on the list of state types, so it cannot be kept in state. List it with AddStateType<{type.Name}>(\"a-short-name\").");
    }

    /// <exception cref="StateTypeException">The name is not listed.</exception>
    public Type TypeOf(string name)
    {
        if (_types.TryGetValue(name, out var type))
            return type;
        if (name.Length <= LongestName && CollectionType(name) is { } collection)
            return _types.GetOrAdd(name, collection);
        throw new StateTypeException($"The stored state names the type '{(name.Length > LongestName ? name[..LongestName] : name)}', which is not on the list of state types; nothing was made of it.");
    }

    private string? CollectionName(Type type)
    {
        if (type.IsSZArray)
            return ArrayOf + NameOf(type.GetElementType()!);
        if (!type.IsGenericType)
            return null;
        var parts = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(List<>))
            return ListOf + NameOf(parts[0]);
        return type.GetGenericTypeDefinition() == typeof(Dictionary<,>) && parts[0] == typeof(string) ? MapOf + NameOf(parts[1]) : null;
    }

    private Type? CollectionType(string name) =>
        Rest(name, ListOf) is { } listed ? typeof(List<>).MakeGenericType(TypeOf(listed))
        : Rest(name, ArrayOf) is { } element ? TypeOf(element).MakeArrayType()
        : Rest(name, MapOf) is { } mapped ? typeof(Dictionary<,>).MakeGenericType(typeof(string), TypeOf(mapped))
        : null;

    private static string? Rest(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortName();
}

/// <summary>A type that may be kept in state, and the name that it has there.</summary>
public sealed record StateType(string Name, Type Type);

/// <summary>State holds, or should hold, a type that is not listed in <see cref="StateTypes"/>.</summary>
public sealed class StateTypeException(string message) : Exception(message);
