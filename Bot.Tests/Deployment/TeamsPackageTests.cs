using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using CoachBot.Content;
using CoachBot.Deployment;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.Deployment;

/// <summary>The Teams package.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
    private readonly TemporaryFile _folder = new();

    private string File => Path.Combine(_folder.Folder, "coach.zip");

    [Fact]
    public void Holds_the_manifest_and_two_icons_and_nothing_else()
    {
        using var zip = Package();

        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public void Is_filled_in_for_one_app_and_one_host()
    {
        using var zip = Package();
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var root = manifest.RootElement;

        Assert.Equal(AppId, root.GetProperty("id").GetString());
        Assert.Equal(AppId, root.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("coach.example.com", root.GetProperty("validDomains")[0].GetString());
        Assert.Equal("https://coach.example.com/privacy", root.GetProperty("developer").GetProperty("privacyUrl").GetString());
        Assert.DoesNotContain("{{", root.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Has_icons_of_the_size_that_Teams_asks_for(string icon, uint size)
    {
        using var zip = Package();
        using var stream = zip.GetEntry(icon)!.Open();
        var header = new byte[26];
        stream.ReadExactly(header);

        // A PNG begins with its signature, then the IHDR chunk: width, height, bits, kind of colour.
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], header[..8]);
        Assert.Equal(size, BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(16)));
        Assert.Equal(size, BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(20)));
    }

    [Fact]
    public void Keeps_to_the_lengths_that_Teams_and_its_store_allow()
    {
        using var zip = Package();
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var root = manifest.RootElement;
        var full = root.GetProperty("description").GetProperty("full").GetString()!;

        Assert.InRange(root.GetProperty("name").GetProperty("short").GetString()!.Length, 1, 30);
        Assert.InRange(root.GetProperty("description").GetProperty("short").GetString()!.Length, 1, 80);
        Assert.InRange(full.Length, 1, 4000);
        Assert.InRange(full.Split(' ').Length, 1, 500);
        Assert.Contains("No AI model", full, StringComparison.Ordinal);
        var lists = root.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().ToList();
        Assert.InRange(lists.Count, 1, 3);
        Assert.All(lists, list => Assert.InRange(list.GetProperty("commands").GetArrayLength(), 1, 12));
        Assert.All(Commands(root), command => Assert.DoesNotContain('/', command));
    }

    [Fact]
    public void Offers_the_debrief_in_the_personal_chat_and_only_help_and_hello_elsewhere()
    {
        using var zip = Package();
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists");

        Assert.Equal(["debrief", "form", "they answered", "back", "start over", "cancel", "help", "hi"], Titles(lists[0]));
        Assert.Equal(["help", "hi"], Titles(lists[1]));
    }

    [Fact]
    public void Offers_only_what_the_coach_understands()
    {
        var mistakes = new Mistakes();
        var commands = CoachBot.Conversation.Commands.Read(new ContentFolder(Path.Combine(AppContext.BaseDirectory, "Prompts")), mistakes)!;
        using var zip = Package();
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());

        Assert.All(Commands(manifest.RootElement), title => Assert.True(commands.Find(title) is not null, title));
    }

    [Fact]
    public void Is_the_same_for_the_same_input_to_the_last_byte()
    {
        Package().Dispose();
        var first = System.IO.File.ReadAllBytes(File);
        Package().Dispose();

        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Theory]
    [InlineData("--app-id is", "--domain", "coach.example.com")]
    [InlineData("--domain is", "--app-id", AppId)]
    [InlineData("not '6f96'", "--app-id", "6f96", "--domain", "coach.example.com")]
    [InlineData("--app-id is", "--app-id", "00000000-0000-0000-0000-000000000000", "--domain", "coach.example.com")]
    [InlineData("not 'https://coach.example.com'", "--app-id", AppId, "--domain", "https://coach.example.com")]
    [InlineData("--domain is", "--app-id", AppId, "--domain", "coach.example.com/chat")]
    [InlineData("--domain is", "--app-id", AppId, "--domain", "coach.example.com:3978")]
    [InlineData("--domain is", "--app-id", AppId, "--domain", "localhost")]
    [InlineData("--domain is", "--app-id", AppId, "--domain", "10.0.0.1")]
    [InlineData("--domain is", "--app-id", AppId, "--domain", "a\",\"b.com")]
    [InlineData("--domain needs a value", "--app-id", AppId, "--domain")]
    [InlineData("--app-id is there twice", "--app-id", AppId, "--app-id", AppId)]
    [InlineData("'--frobnicate' is not known", "--app-id", AppId, "--domain", "coach.example.com", "--frobnicate", "x")]
    public void Is_not_made_of_wrong_input_and_says_what_is_wrong(string reason, params string[] arguments)
    {
        using StringWriter output = new(), error = new();

        var code = TeamsPackage.Run(["--out", File, .. arguments], output, error);

        Assert.Equal(2, code);
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage:", error.ToString(), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Says_so_when_it_cannot_be_written()
    {
        using StringWriter output = new(), error = new();
        var nowhere = Path.Combine(_folder.Folder, "missing", "coach.zip");

        var code = TeamsPackage.Run(["--app-id", AppId, "--domain", "coach.example.com", "--out", nowhere], output, error);

        Assert.Equal(2, code);
        Assert.Contains(nowhere, error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ZipArchive Package()
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(0, TeamsPackage.Run(["--app-id", AppId, "--domain", "Coach.Example.com", "--out", File], output, error));
        Assert.Equal(File, output.ToString().Trim());
        return ZipFile.OpenRead(File);
    }

    private static IEnumerable<string> Commands(JsonElement manifest) =>
        manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().SelectMany(Titles);

    private static IEnumerable<string> Titles(JsonElement list) =>
        list.GetProperty("commands").EnumerateArray().Select(c => c.GetProperty("title").GetString()!);
}
