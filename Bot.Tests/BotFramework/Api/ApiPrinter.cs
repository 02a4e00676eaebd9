using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoachBot.Tests.BotFramework.Api;

/// <summary>Writes a type's public and protected members in the notation of the API list.</summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
    };

    internal static ApiType Print(Type type) => new(Name(type), Kind(type), Bases(type), Members(type).ToList());

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static List<string> Bases(Type type)
    {
        if (type.IsEnum || type.IsValueType)
        {
            return [];
        }

        var parent = type.BaseType == null || type.BaseType == typeof(object) ? [] : new[] { type.BaseType };
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        return parent.Concat(type.GetInterfaces().Except(inherited).Where(@interface => @interface.IsVisible)).Select(Name).ToList();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return [string.Join(", ", Enum.GetNames(type))];
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [Method(type.GetMethod("Invoke")!).Replace("public virtual ", "", StringComparison.Ordinal)];
        }

        var constructors = type.GetConstructors(Declared).Where(c => IsVisible(c) && !c.IsStatic)
            .Select(c => $"{Access(c)} new({Parameters(c)})");
        var fields = type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Field);
        var properties = type.GetProperties(Declared).Where(p => Getter(p) is { } getter && IsVisible(getter)).Select(Property);
        var methods = type.GetMethods(Declared)
            .Where(m => IsVisible(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) && m.Name != "Finalize")
            .Select(Method);
        return constructors.Concat(fields).Concat(properties).Concat(methods);
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {Name(field.FieldType)} {field.Name} = {Constant(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}";

    private static MethodInfo? Getter(PropertyInfo property) => property.GetMethod ?? property.SetMethod;

    private static string Property(PropertyInfo property)
    {
        var accessors = new List<string>();
        if (property.GetMethod is { } getter && IsVisible(getter))
        {
            accessors.Add("get;");
        }

        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            accessors.Add(setter.IsPublic ? "set;" : "protected set;");
        }

        var index = property.GetIndexParameters() is [var first, ..] ? $"[{Name(first.ParameterType)} {first.Name}]" : "";
        return $"{Modifiers(Getter(property)!)} {Name(property.PropertyType)} {property.Name}{index} {{ {string.Join(' ', accessors)} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{Modifiers(method)} {Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Modifiers(MethodInfo method)
    {
        var kind = method switch
        {
            { IsStatic: true } => " static",
            { DeclaringType.IsInterface: true } => "",
            { IsVirtual: true } when method.GetBaseDefinition() != method => " override",
            { IsAbstract: true } => " abstract",
            { IsVirtual: true, IsFinal: false } => " virtual",
            _ => "",
        };
        return Access(method) + kind;
    }

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : "";
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return $"{prefix}{Name(type)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Constant(parameter.RawDefaultValue) : "")}";
    }

    private static string Constant(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.Name.Split('`')[0];
        var generic = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : "";
        var outer = type.IsNested ? Name(type.DeclaringType!) + "." : type.Namespace + ".";
        return ApiList.WithoutSystemNamespaces(outer + name + generic);
    }

    internal static IEnumerable<Type> VisibleTypes(Assembly assembly)
        => assembly.GetTypes().Where(type => (type.IsVisible || IsProtected(type)) && !type.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static bool IsProtected(Type type) => type is { IsNestedFamily: true, DeclaringType.IsVisible: true };
}
