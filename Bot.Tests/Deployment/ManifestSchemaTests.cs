using System.Diagnostics;
using System.IO.Compression;
using CoachBot.Deployment;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.Deployment;

/// <summary>The manifest, held against the schema that Microsoft publishes for Teams.</summary>
/// <remarks>The schema and its checker come from npm: COACH_NODE_TOOLS names the folder that .ci/run installs them into.</remarks>
public sealed class ManifestSchemaTests
{
    // Prints each fault on a line of its own, or nothing.
    private const string Check = """
        const fs = require('fs'), path = require('path'), { createRequire } = require('module');
        const tools = createRequire(path.join(process.env.COACH_NODE_TOOLS, 'x.js')), Ajv = tools('ajv-draft-04');
        const manifest = JSON.parse(fs.readFileSync(0, 'utf8'));
        const schema = path.join(process.env.COACH_NODE_TOOLS, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams',
          'v' + manifest.manifestVersion, 'MicrosoftTeams.schema.json');
        const check = new (Ajv.default ?? Ajv)({ allErrors: true, strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
        if (!check(manifest)) for (const e of check.errors) console.log(e.instancePath + ' ' + e.message);
        """;

    [Fact]
    public async Task Has_no_fault() => Assert.Equal("", await FaultsAsync(manifest => manifest));

    [Fact]
    public async Task Would_have_a_fault_with_a_scope_that_Teams_does_not_know() =>
        Assert.Contains("/bots/0/scopes/0", await FaultsAsync(manifest => manifest.Replace("\"personal\", \"team\"", "\"staff\", \"team\"", StringComparison.Ordinal)), StringComparison.Ordinal);

    private static async Task<string> FaultsAsync(Func<string, string> change)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("COACH_NODE_TOOLS")),
            "COACH_NODE_TOOLS does not name a folder with ajv, ajv-draft-04 and @microsoft/app-manifest (.ci/run installs them).");
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Check]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync(change(Manifest()));
        node.StandardInput.Close();
        var faults = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, errors);
        return faults;
    }

    private static string Manifest()
    {
        using var folder = new TemporaryFile();
        var file = Path.Combine(folder.Folder, "coach.zip");
        using StringWriter output = new(), error = new();
        Assert.Equal(0, TeamsPackage.Run(["--app-id", "6f9619ff-8b86-d011-b42d-00c04fc964ff", "--domain", "coach.example.com", "--out", file], output, error));
        using var zip = ZipFile.OpenRead(file);
        using var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        return reader.ReadToEnd();
    }
}
