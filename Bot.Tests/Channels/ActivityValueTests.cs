using System.Text.Json;
using CoachBot.Channels;
using Newtonsoft.Json.Linq;

namespace CoachBot.Tests.Channels;

/// <summary>An activity's value.</summary>
public sealed class ActivityValueTests
{
    public static TheoryData<object> Objects =>
    [
        JsonElement.Parse("""{"step":"debrief","note":"said no","n":2,"when":"2026-11-22T04:05:50Z"}"""),
        JObject.Parse("""{"step":"debrief","note":"said no","n":2,"when":"2026-11-22T04:05:50Z"}"""),
        new { step = "debrief", note = "said no", n = 2, when = "2026-11-22T04:05:50Z" },
    ];

    [Theory]
    [MemberData(nameof(Objects), DisableDiscoveryEnumeration = true)]
    public void Reads_the_same_from_either_source(object value)
    {
        var json = ActivityValue.AsJson(value);

        Assert.Equal("debrief", ActivityValue.Text(json, "step"));
        Assert.Equal("said no", ActivityValue.Text(json, "note"));
        Assert.Equal(2, json.GetProperty("n").GetInt32());
        Assert.StartsWith("2026-11-22T04:05:50", ActivityValue.Text(json, "when"), StringComparison.Ordinal);
        Assert.Null(ActivityValue.Text(json, "nothing"));
        Assert.Null(ActivityValue.Text(json, "n"));
    }

    [Fact]
    public void Reads_as_nothing_where_there_is_none()
    {
        Assert.Equal(JsonValueKind.Undefined, ActivityValue.AsJson(null).ValueKind);
        Assert.Null(ActivityValue.Text(ActivityValue.AsJson(null), "step"));
    }

    [Theory]
    [InlineData("plain text", JsonValueKind.String)]
    [InlineData(true, JsonValueKind.True)]
    [InlineData(7, JsonValueKind.Number)]
    [InlineData(7.5, JsonValueKind.Number)]
    public void Reads_a_plain_value_as_what_it_is(object value, JsonValueKind kind) => Assert.Equal(kind, ActivityValue.AsJson(value).ValueKind);

    [Fact]
    public void Reads_an_array_of_either_source()
    {
        Assert.Equal(2, ActivityValue.AsJson(JArray.Parse("[1,2]")).GetArrayLength());
        Assert.Equal(2, ActivityValue.AsJson(JsonElement.Parse("[1,2]")).GetArrayLength());
    }

    [Fact]
    public void Has_its_texts_cleaned_wherever_they_stand()
    {
        const string unclean = """{"note":"a\u0000b","list":["\u202ex",{"deep":"y\u200b"}],"n":1}""";

        foreach (object value in new object[] { JsonElement.Parse(unclean), JObject.Parse(unclean) })
        {
            var json = ActivityValue.AsJson(value);
            Assert.Equal("ab", ActivityValue.Text(json, "note"));
            Assert.Equal("x", json.GetProperty("list")[0].GetString());
            Assert.Equal("y", ActivityValue.Text(json.GetProperty("list")[1], "deep"));
            Assert.Equal(1, json.GetProperty("n").GetInt32());
        }
    }
}
