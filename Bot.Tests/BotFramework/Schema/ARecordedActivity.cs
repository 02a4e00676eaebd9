using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Schema;

/// <summary>What real clients sent, and what Microsoft's own SDK for JavaScript answered.</summary>
public sealed class ARecordedActivity
{
    public static TheoryData<string> Recordings()
        => new(Directory.GetFiles(Folder, "*.json").Where(file => Body(file)?["type"] != null).Select(file => Path.GetFileName(file)!));

    [Fact]
    public void Is_there_in_every_kind()
    {
        var kinds = Recordings().Select(row => Body(Path.Combine(Folder, row.Data))!["type"]!.GetValue<string>()).Distinct();

        Assert.Superset(new HashSet<string> { "message", "invoke", "conversationUpdate", "installationUpdate", "typing" }, kinds.ToHashSet());
        Assert.True(Recordings().Count >= 45);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Is_written_as_it_was_read(string file)
    {
        var body = Body(Path.Combine(Folder, file))!;

        var activity = ProtocolText.Read<Activity>(body.ToJsonString());
        var written = ProtocolText.Write(activity);

        Assert.True(
            JsonNode.DeepEquals(ProtocolText.Normal(body), ProtocolText.Normal(written)),
            $"Read:\n{body.ToJsonString()}\nWritten:\n{written.ToJsonString()}");
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Is_read_whatever_the_order_of_its_properties(string file)
    {
        var body = Body(Path.Combine(Folder, file))!.AsObject();
        var reversed = new JsonObject(body.Reverse().Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));

        var activity = ProtocolText.Read<Activity>(reversed.ToJsonString());

        Assert.True(JsonNode.DeepEquals(ProtocolText.Normal(body), ProtocolText.Normal(ProtocolText.Write(activity))));
    }

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "BotFramework", "Wire");

    private static JsonNode? Body(string file)
        => JsonNode.Parse(File.ReadAllText(file)) is JsonObject recording ? recording["request"]?["body"] as JsonObject : null;
}
