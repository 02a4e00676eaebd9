using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Tests.BotFramework.Wire;

/// <summary>One recorded exchange: what was asked, and what was answered.</summary>
public sealed record Recording(string Name)
{
    private readonly JsonNode _file = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BotFramework", "Wire", Name + ".json")))!;

    public static TheoryData<string> Named(string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "BotFramework", "Wire"), pattern + ".json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public string Method => (string)_file["request"]!["method"]!;

    public string PathAndQuery => (string)_file["request"]!["path"]!;

    public JsonObject Body => (JsonObject)_file["request"]!["body"]!.DeepClone();

    public bool HasBody => _file["request"]!["body"] is JsonObject;

    public HttpResponseMessage Answer() => new((HttpStatusCode)(int)_file["response"]!["status"]!)
    {
        Content = new StringContent((string?)_file["response"]!["rawBody"] ?? "", Encoding.UTF8, "application/json"),
    };
}
