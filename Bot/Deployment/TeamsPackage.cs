using System.IO.Compression;

namespace CoachBot.Deployment;

/// <summary>The zip that is uploaded to Teams: the manifest, filled in for one installation, and its two icons.</summary>
public static class TeamsPackage
{
    // What a reviewer of the store allows in the zip, and no other file.
    private static readonly string[] Icons = ["color.png", "outline.png"];

    // The earliest time a zip can hold: the same input gives the same bytes.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The command <c>package --app-id GUID --domain HOST [--out FILE]</c>. Returns the exit code: 0, or 2 with the reason in <paramref name="error"/>.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var request = PackageRequest.Read(arguments, out var mistakes);
        if (request is null)
            return Refuse(error, mistakes);
        try
        {
            Write(request, Path.Combine(AppContext.BaseDirectory, "deployment", "teams"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(error, [$"The package could not be written to {request.Out}: {e.Message}"]);
        }

        output.WriteLine(request.Out);
        return 0;
    }

    private static int Refuse(TextWriter error, IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
            error.WriteLine(reason);
        error.WriteLine(PackageRequest.Usage);
        return 2;
    }

    private static void Write(PackageRequest request, string parts)
    {
        var manifest = File.ReadAllText(Path.Combine(parts, "manifest.json"))
            .Replace("{{APP_ID}}", request.AppId.ToString(), StringComparison.Ordinal)
            .Replace("{{DOMAIN}}", request.Domain, StringComparison.Ordinal);
        using var zip = new ZipArchive(File.Create(request.Out), ZipArchiveMode.Create);
        Add(zip, "manifest.json", System.Text.Encoding.UTF8.GetBytes(manifest));
        foreach (var icon in Icons)
            Add(zip, icon, File.ReadAllBytes(Path.Combine(parts, icon)));
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
