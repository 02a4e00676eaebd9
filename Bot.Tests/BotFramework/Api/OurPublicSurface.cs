using Microsoft.Bot.Builder;

namespace CoachBot.Tests.BotFramework.Api;

/// <summary>Bot/ compiles against our layer or Microsoft's binaries: so ours has nothing that theirs has not.</summary>
public sealed class OurPublicSurface
{
    private readonly Dictionary<string, ApiType> _list = ApiList.Read();

    private readonly List<ApiType> _ours = ApiPrinter.VisibleTypes(typeof(IBot).Assembly).Select(ApiPrinter.Print).ToList();

    [Fact]
    public void Is_within_Microsofts_but_for_the_exceptions_with_a_reason()
    {
        var exceptions = ApiExceptions.Read();
        var unexplained = _ours.SelectMany(Differences).Where(difference => !exceptions.Covers(difference)).ToList();

        Assert.Empty(exceptions.WithoutReason);
        Assert.True(unexplained.Count == 0, "Neither in the list nor explained:\n" + string.Join('\n', unexplained));
        Assert.True(!exceptions.Stale.Any(), "Explained, but not so any more:\n" + string.Join('\n', exceptions.Stale));
    }

    [Fact]
    public void Has_been_read_whole()
    {
        Assert.Contains("Microsoft.Bot.Schema.Activity", _list.Keys);
        Assert.Contains("Microsoft.Bot.Builder.ITurnContext<T>", _list.Keys);
        Assert.True(_list.Count > 500, $"Only {_list.Count} types were read from the list.");
        Assert.True(_ours.Count > 100, $"Only {_ours.Count} types of ours were found.");
    }

    [Fact]
    public void Would_not_pass_with_a_member_of_its_own()
    {
        var bot = _ours.Single(type => type.Name == "Microsoft.Bot.Builder.IBot");
        var extended = bot with { Members = [.. bot.Members, "public Task ForgetAsync()"] };

        Assert.Contains("+ Microsoft.Bot.Builder.IBot :: public Task ForgetAsync()", Differences(extended));
        Assert.Empty(Differences(bot));
    }

    [Fact]
    public void Would_not_pass_with_an_abstract_member_missing()
    {
        var storage = _ours.Single(type => type.Name == "Microsoft.Bot.Builder.IStorage");
        var shrunk = storage with { Members = storage.Members.Skip(1).ToList() };

        Assert.Single(Differences(shrunk), difference => difference.StartsWith("- Microsoft.Bot.Builder.IStorage", StringComparison.Ordinal));
    }

    private IEnumerable<string> Differences(ApiType ours)
    {
        if (!_list.TryGetValue(ours.Name, out var theirs))
        {
            return [$"+ {ours.Name} :: {ours.Kind}"];
        }

        var kind = ours.Kind == theirs.Kind ? [] : new[] { $"+ {ours.Name} :: {ours.Kind}" };
        var bases = ours.Bases.Except(theirs.Bases).Select(name => $"+ {ours.Name} :: : {name}");
        var added = ours.Members.Except(theirs.Members).Select(member => $"+ {ours.Name} :: {member}");
        var missing = theirs.Members.Except(ours.Members)
            .Where(member => MustBeExplained(theirs, member))
            .Select(member => $"- {ours.Name} :: {member}");
        return kind.Concat(bases).Concat(added).Concat(missing);
    }

    // Whoever implements a type relies on all its abstract members; and what is left out for its types is left out knowingly.
    private static bool MustBeExplained(ApiType type, string member)
        => type.HasOnlyAbstractMembers || type.Kind is "enum" or "delegate"
            || member.Contains(" abstract ", StringComparison.Ordinal) || ApiList.ExposesForeignTypes(member);
}
