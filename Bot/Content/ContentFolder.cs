using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoachBot.Content;

/// <summary>The folder Prompts/: hands out its files, read and checked for form.</summary>
public sealed class ContentFolder(string root)
{
    private const int LargestFile = 256 * 1024;
    private const int DeepestNesting = 64;

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The YAML files of a folder in order of their names; a file that cannot be read is a mistake and is left out.</summary>
    public IReadOnlyList<YamlPart> YamlFiles(string folder, Mistakes mistakes)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path))
        {
            mistakes.Add(folder + "/", 1, "this folder is missing");
            return [];
        }

        return [.. Files(folder, "*.yaml").Select(file => Yaml(file, mistakes)).OfType<YamlPart>()];
    }

    /// <summary>The files of a folder by their paths below Prompts/, in order of their names; none if there is no such folder.</summary>
    public IReadOnlyList<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal).Select(file => $"{folder}/{Path.GetFileName(file)}")]
            : [];
    }

    /// <summary>One YAML file by its path below Prompts/; null, with the mistake noted, if it cannot be read.</summary>
    public YamlPart? Yaml(string file, Mistakes mistakes) => Text(file, mistakes) is { } text ? Yaml(file, text, mistakes) : null;

    /// <summary>YAML that was read from a file; null, with the mistake noted, if it is none.</summary>
    public YamlPart? Yaml(string file, string text, Mistakes mistakes)
    {
        try
        {
            CheckShape(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
                return new YamlPart(file, stream.Documents[0].RootNode, mistakes);
            mistakes.Add(file, 1, "a file holds one YAML document");
        }
        catch (YamlException e)
        {
            mistakes.Add(file, (int)Math.Max(1, e.Start.Line), e.InnerException?.Message ?? e.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up this way, without a place, on some unclosed brackets.
            mistakes.Add(file, 1, "this is not YAML: look for a bracket or a quote that is not closed");
        }

        return null;
    }

    /// <summary>The text of a file below Prompts/; null, with the mistake noted, if it is missing or too large.</summary>
    public string? Text(string file, Mistakes mistakes)
    {
        var path = new FileInfo(Path.Combine(Root, file));
        if (!path.Exists)
            mistakes.Add(file, 1, "this file is missing");
        else if (path.Length > LargestFile)
            mistakes.Add(file, 1, $"this file is larger than {LargestFile / 1024} KiB");
        else
            return File.ReadAllText(path.FullName);
        return null;
    }

    /// <summary>The lines of a file that a program wrote; empty, with the mistake noted, if it is missing.</summary>
    public IReadOnlyList<string> Lines(string file, Mistakes mistakes)
    {
        var path = Path.Combine(Root, file);
        if (File.Exists(path))
            return File.ReadAllLines(path);
        mistakes.Add(file, 1, "this file is missing");
        return [];
    }

    // The loader recurses: nesting deep enough ends the process, and aliases can multiply a small file into a huge one.
    private static void CheckShape(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
                throw new YamlException(parser.Current.Start, parser.Current.End, $"nested deeper than {DeepestNesting} levels");
            if (parser.Current is YamlDotNet.Core.Events.AnchorAlias)
                throw new YamlException(parser.Current.Start, parser.Current.End, "aliases (*name) are not used here: write the text out");
        }
    }
}
