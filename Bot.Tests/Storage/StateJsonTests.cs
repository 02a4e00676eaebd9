using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using CoachBot.Storage;
using Newtonsoft.Json.Linq;

namespace CoachBot.Tests.Storage;

/// <summary>State as JSON.</summary>
public sealed class StateJsonTests
{
    private static readonly StateJson Json = new(new StateTypes().Add<Answers>("answers"));

    public static TheoryData<object?> Values =>
    [
        (object?)null, true, false, 0, -1, int.MaxValue, 5L, long.MinValue, 2.0, 0.1, double.NaN, 1.5f, 9.99m, "", "two words",
        "\"quoted\" \\ line\nbreak", "👩‍👩‍👧 family", "שלום \u202E עולם", "a\0b", "$type", "2026-01-01T00:00:00Z",
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-7)), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        new DateOnly(2026, 1, 2), new TimeOnly(3, 4), TimeSpan.FromMinutes(5), Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        new List<object?> { 1, "two", null, 3L }, new[] { "a", "b" }, new List<string> { "a" }, new List<int> { 1 },
        new Dictionary<string, object?> { ["$type"] = "a key like any other", ["$$"] = 1, [""] = null },
        new Dictionary<string, string> { ["a"] = "b" }, new List<Dictionary<string, object?>> { new() { ["a"] = 1 } },
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Gives_a_value_back_as_the_type_it_was(object? value)
    {
        var back = Json.Read(Json.Write(value).Span);

        Assert.Equal(value?.GetType(), back?.GetType());
        Assert.Equal(value, back);
    }

    [Fact]
    public void Gives_the_coachs_own_records_back_alone_and_inside_others()
    {
        var answers = new Answers("Ana", 2, Mood.Withdrew, ["a", "b"], new Answers("inner", 1, Mood.Open, [], null, 7L), 3.5);
        var state = new Dictionary<string, object?> { ["one"] = answers, ["many"] = new List<Answers> { answers } };

        var back = (IDictionary<string, object?>)Json.Read(Json.Write(state).Span)!;

        var one = Assert.IsType<Answers>(back["one"]);
        Assert.Equivalent(answers, one, strict: true);
        Assert.Equal(7L, one.Inner!.Anything);
        Assert.Equal("Ana", Assert.Single(Assert.IsType<List<Answers>>(back["many"])).Customer);
    }

    [Fact]
    public void Names_types_by_their_short_names_only()
    {
        var text = Text(new Answers("Ana", 2, Mood.Withdrew, [], null, null));

        Assert.StartsWith("""{"$type":"answers","$value":{"customer":"Ana","noes":2,"mood":"Withdrew",""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CoachBot", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_text_whole_numbers_flags_lists_and_maps_as_they_are() => Assert.Equal(
        """{"text":"ж","number":1,"flag":true,"list":[1,null],"map":{"deep":{}}}""",
        Text(new Dictionary<string, object?> { ["text"] = "ж", ["number"] = 1, ["flag"] = true, ["list"] = new List<object?> { 1, null }, ["map"] = new Dictionary<string, object?> { ["deep"] = new Dictionary<string, object?>() } }));

    [Fact]
    public void Takes_a_map_of_any_make()
    {
        var back = Json.Read(Json.Write(new ConcurrentDictionary<string, object?> { ["a"] = 1 }).Span);

        Assert.Equal(1, Assert.IsType<Dictionary<string, object?>>(back)["a"]);
    }

    [Fact]
    public void Takes_Newtonsofts_tokens_for_the_JSON_that_they_are()
    {
        var token = JObject.Parse("""{"n":1,"big":9000000000,"half":0.5,"text":"5","none":null,"flag":true,"list":[1,{"$type":"System.IO.FileInfo"}]}""");

        Assert.Equal(Plain, Json.Read(Json.Write(token).Span));
    }

    [Fact]
    public void Takes_JSON_elements_and_nodes_for_the_JSON_that_they_are()
    {
        const string Source = """{"n":1,"big":9000000000,"half":0.5,"text":"5","none":null,"flag":true,"list":[1,{"$type":"System.IO.FileInfo"}]}""";

        Assert.Equal(Plain, Json.Read(Json.Write(JsonElement.Parse(Source)).Span));
        Assert.Equal(Plain, Json.Read(Json.Write(System.Text.Json.Nodes.JsonNode.Parse(Source)).Span));
    }

    public static TheoryData<JToken, object?> OneValue => new()
    {
        { new JValue("5"), "5" }, { new JValue(5), 5 }, { new JValue(9000000000), 9000000000 }, { new JValue(true), true },
        { new JValue(0.5), 0.5 }, { JValue.CreateNull(), null }, { new JValue("{not json"), "{not json" },
    };

    [Theory]
    [MemberData(nameof(OneValue), DisableDiscoveryEnumeration = true)]
    public void Tells_Newtonsofts_single_values_apart(JToken token, object? plain) => Assert.Equal(plain, Json.Read(Json.Write(token).Span));

    [Fact]
    public void Replaces_half_an_emoji_instead_of_failing() => Assert.Equal("a\uFFFDb", Json.Read(Json.Write("a\uD83Db").Span));

    public static TheoryData<object> Unlisted => [new Uri("http://localhost"), new FileInfo("x"), new List<Uri>(), new Uri[1], new Dictionary<int, string>(), new HashSet<string>(), new { Name = "x" }];

    [Theory]
    [MemberData(nameof(Unlisted), DisableDiscoveryEnumeration = true)]
    public void Refuses_to_write_a_type_that_is_not_listed_and_names_it(object value)
    {
        var state = new Dictionary<string, object?> { ["deep"] = new List<object?> { value } };

        var refused = Assert.Throws<StateTypeException>(() => Json.Write(state));

        Assert.Contains("not on the list of state types", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"$type":"System.IO.FileInfo, System.Private.CoreLib","$value":{"fileName":"/etc/passwd"}}""")]
    [InlineData("""{"a":[{"$type":"Newtonsoft.Json.Linq.JObject, Newtonsoft.Json","x":1}]}""")]
    [InlineData("""{"$type":"list of uri","$value":[]}""")]
    [InlineData("""{"$type":"","$value":1}""")]
    [InlineData("""{"$type":17,"$value":1}""")]
    public void Makes_nothing_of_a_foreign_type_name(string json) =>
        Assert.Throws<StateTypeException>(() => Json.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"$type":"answers"}""")]
    [InlineData("""{"$type":"answers","value":{}}""")]
    [InlineData("""{"$type":"int","$value":1,"more":2}""")]
    [InlineData("""{"$type":"int","$value":"one"}""")]
    [InlineData("""{"a":1,"$type":"int"}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":""")]
    [InlineData("")]
    public void Refuses_JSON_that_it_did_not_write(string json) =>
        Assert.ThrowsAny<JsonException>(() => Json.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Refuses_a_map_that_holds_itself()
    {
        var map = new Dictionary<string, object?>();
        map["me"] = map;

        Assert.Throws<JsonException>(() => Json.Write(map));
    }

    [Fact]
    public void Refuses_two_types_of_one_name_and_names_of_other_letters()
    {
        Assert.Throws<ArgumentException>(() => new StateTypes().Add<Answers>("answers").Add<Mood>("answers"));
        Assert.Throws<ArgumentException>(() => new StateTypes().Add<Answers>("answers").Add<Answers>("more-answers"));
        Assert.Throws<ArgumentException>(() => new StateTypes().Add<Answers>("List of"));
    }

    private static Dictionary<string, object?> Plain => new()
    {
        ["n"] = 1,
        ["big"] = 9000000000,
        ["half"] = 0.5,
        ["text"] = "5",
        ["none"] = null,
        ["flag"] = true,
        ["list"] = new List<object?> { 1, new Dictionary<string, object?> { ["$type"] = "System.IO.FileInfo" } },
    };

    private static string Text(object? value) => Encoding.UTF8.GetString(Json.Write(value).Span);

    public enum Mood { Open, Withdrew }

    public sealed record Answers(string? Customer, int Noes, Mood Mood, IReadOnlyList<string> Cues, Answers? Inner, object? Anything);
}
