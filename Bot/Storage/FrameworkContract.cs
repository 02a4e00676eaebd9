using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoachBot.Storage;

/// <summary>How the Bot Framework's own types look in state: their public properties, whatever attributes they carry for whichever serializer.</summary>
/// <remarks>Properties of Newtonsoft's and Microsoft.Rest's types (extension data) are left out: only one of the two sources has them.</remarks>
internal sealed class FrameworkContract : DefaultJsonTypeInfoResolver
{
    public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type is { IsClass: true, IsAbstract: false, Namespace: { } space } && space.StartsWith("Microsoft.Bot.", StringComparison.Ordinal)
            ? Contract(type, options)
            : base.GetTypeInfo(type, options);

    private static JsonTypeInfo Contract(Type type, JsonSerializerOptions options)
    {
        var contract = JsonTypeInfo.CreateJsonTypeInfo(type, options);
        if (contract.Kind != JsonTypeInfoKind.Object)
            return contract;
        contract.CreateObject = Constructor(type);
        // By name: the two sources declare them in another order.
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsStored).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var stored = contract.CreateJsonPropertyInfo(property.PropertyType, JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            stored.Get = property.GetValue;
            stored.Set = property.SetValue;
            stored.ShouldSerialize = (_, value) => value is not null;
            contract.Properties.Add(stored);
        }

        return contract;
    }

    private static bool IsStored(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true } && property.SetMethod is { IsPublic: true }
        && property.GetIndexParameters().Length == 0 && !IsForeign(property.PropertyType);

    private static bool IsForeign(Type type) =>
        type.Namespace is { } space && (space.StartsWith("Newtonsoft.", StringComparison.Ordinal) || space.StartsWith("Microsoft.Rest", StringComparison.Ordinal))
        || type.IsGenericType && type.GetGenericArguments().Any(IsForeign);

    private static Func<object> Constructor(Type type)
    {
        var constructor = type.GetConstructors().Where(c => c.GetParameters().All(p => p.HasDefaultValue)).MinBy(c => c.GetParameters().Length)
            ?? throw new StateTypeException($"{type} cannot be made without arguments, so it cannot be kept in state.");
        var arguments = constructor.GetParameters().Select(p => p.DefaultValue).ToArray();
        return () => constructor.Invoke(arguments);
    }
}
