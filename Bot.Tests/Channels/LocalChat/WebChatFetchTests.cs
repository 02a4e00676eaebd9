using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Tests.Channels.LocalChat;

public sealed class Fetching_Web_Chat : IDisposable
{
    private const string Package = "botframework-webchat-4.18.1.tgz";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Is_left_alone_when_it_is_switched_off()
    {
        var built = await BuildAsync("-p:WebChat=off");

        Assert.Equal((0, ""), (built.ExitCode, built.Said));
        Assert.Empty(_folder.GetFiles("*.gz"));
    }

    [Fact]
    public async Task Fails_with_one_message_and_no_failed_build_when_there_is_no_Node()
    {
        var built = await BuildAsync("", path: NoNode());

        Assert.Equal(0, built.ExitCode);
        Assert.StartsWith("The chat page will be plain text", Assert.Single(Lines(built.Said)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_file_with_another_hash()
    {
        SkipWithoutNode();
        Pack("somebody else's script");

        var built = await BuildAsync("");

        Assert.Equal(0, built.ExitCode);
        Assert.Contains("not the one that is expected", Assert.Single(Lines(built.Said)), StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles("*.gz"));
    }

    [Fact]
    public async Task Keeps_the_file_compressed_and_does_not_ask_again()
    {
        SkipWithoutNode();
        Pack("the script");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("the script")));

        var built = await BuildAsync($"-p:WebChatSha256={hash}");
        var again = await BuildAsync("", path: NoNode());

        Assert.Equal((0, "", 0, ""), (built.ExitCode, built.Said, again.ExitCode, again.Said));
        using var packed = new GZipStream(Assert.Single(_folder.GetFiles("*.gz")).OpenRead(), CompressionMode.Decompress);
        Assert.Equal("the script", await new StreamReader(packed).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    // A search path with nothing on it but the shell that MSBuild itself needs.
    private string NoNode()
    {
        var folder = _folder.CreateSubdirectory("bin").FullName;
        if (!OperatingSystem.IsWindows())
            File.CreateSymbolicLink(Path.Combine(folder, "sh"), "/bin/sh");
        return folder;
    }

    // As the package comes from npm: then nothing is asked of the network.
    private void Pack(string script)
    {
        using var file = File.Create(Path.Combine(_folder.FullName, Package));
        using var tar = new TarWriter(new GZipStream(file, CompressionLevel.Fastest), TarEntryFormat.Ustar);
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "package/package.json") { DataStream = Stream("{}") });
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "package/dist/webchat.js") { DataStream = Stream(script) });
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private async Task<(int ExitCode, string Said)> BuildAsync(string property, string? path = null)
    {
        var project = Path.Combine(_folder.FullName, "page.proj");
        await File.WriteAllTextAsync(project, $"<Project><Import Project=\"{Targets()}\" /></Project>");
        var start = new ProcessStartInfo(Dotnet(), $"msbuild \"{project}\" -t:TakeWebChatAlong -nologo -v:m -nr:false -warnaserror \"-p:WebChatFolder={_folder.FullName}/\" {property}")
        {
            RedirectStandardOutput = true,
        };
        if (path is not null)
            start.Environment["PATH"] = path;
        using var build = Process.Start(start)!;
        var said = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, said.Trim());
    }

    private static string[] Lines(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void SkipWithoutNode() => Assert.SkipWhen(OnPath("node") is null, "Node is not installed");

    private static string Dotnet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? OnPath("dotnet") ?? "dotnet";

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .FirstOrDefault(File.Exists);

    private static string Targets()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoachBot.sln")))
            folder = folder.Parent;
        Assert.SkipWhen(folder is null, "the tests do not run inside the repository");
        return Path.Combine(folder.FullName, "Bot", "Channels", "LocalChat", "WebChat.targets");
    }
}
