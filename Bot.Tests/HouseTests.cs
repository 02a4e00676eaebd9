using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CoachBot.Tests;

/// <summary>Which room may be entered from which: a capability is used by others through its own folder only, and never in a circle.</summary>
public sealed partial class The_house
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Content"] = [],
        ["Channels"] = ["Storage"],
        ["Storage"] = [],
        ["Deployment"] = [],
        ["Language"] = ["Channels", "Content"],
        ["Reading"] = ["Content", "Language"],
        ["Scripts"] = ["Content", "Language", "Reading"],
        ["Conversation"] = ["Content"],
        ["Flows"] = ["Content", "Conversation", "Reading"],
        ["FollowUps"] = ["Channels", "Content", "Conversation", "Storage"],
        ["MyData"] = ["Channels", "Content", "Conversation", "FollowUps", "Storage"],
        ["Debrief"] = ["Channels", "Content", "Conversation", "Flows", "FollowUps", "Language", "Reading", "Scripts", "Storage"],
    };

    [Fact]
    public void Has_no_door_that_is_not_on_the_plan()
    {
        foreach (var (from, to, file) in Imports())
        {
            Assert.True(MayUse.TryGetValue(from, out var allowed), $"Bot/{from} is not on the plan");
            Assert.True(allowed.Contains(to), $"{file}: {from} uses {to}");
        }
    }

    [Fact]
    public void Is_entered_in_one_direction()
    {
        var left = MayUse.ToDictionary(room => room.Key, room => room.Value.ToHashSet());
        while (left.Where(room => room.Value.Count == 0).Select(room => room.Key).ToList() is { Count: > 0 } free)
        {
            free.ForEach(room => left.Remove(room));
            foreach (var others in left.Values)
                others.ExceptWith(free);
        }

        Assert.Empty(left);
    }

    [Fact]
    public void Is_all_on_the_plan() =>
        Assert.Empty(Imports().Select(i => i.From).Distinct().Except(MayUse.Keys));

    private static IEnumerable<(string From, string To, string File)> Imports([CallerFilePath] string here = "")
    {
        var bot = Path.Combine(Path.GetDirectoryName(here)!, "..", "Bot");
        Assert.SkipUnless(Directory.Exists(bot), "The sources are not here, only the built tests.");
        foreach (var file in Directory.EnumerateFiles(bot, "*.cs", SearchOption.AllDirectories))
        {
            var room = Path.GetRelativePath(bot, file).Replace('\\', '/').Split('/');
            if (room.Length < 2 || room[0] is "bin" or "obj")
                continue;
            foreach (Match use in Uses().Matches(File.ReadAllText(file)))
            {
                if (use.Groups[1].Value is var to && to != room[0])
                    yield return (room[0], to, Path.GetFileName(file));
            }
        }
    }

    [GeneratedRegex(@"^using (?:\w+ = )?CoachBot\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
