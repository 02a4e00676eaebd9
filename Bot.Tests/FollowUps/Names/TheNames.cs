using CoachBot.Content;
using CoachBot.FollowUps.Names;

namespace CoachBot.Tests.FollowUps.Names;

/// <summary>Customers' names by the lists as they stand in Prompts/.</summary>
internal static class TheNames
{
    public static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "Prompts");

    public static CustomerNames Read { get; } = ReadAll();

    // Both ways round, and by what is stored.
    public static void AssertAre(NameMatch expected, string one, string two)
    {
        Assert.Equal(expected, Read.Compare(one, two));
        Assert.Equal(expected, Read.Compare(two, one));
        Assert.Equal(expected, Read.Compare(Read.KeyOf(one), two));
        Assert.Equal(expected, Read.Compare(one, Read.KeyOf(two)));
    }

    private static CustomerNames ReadAll()
    {
        var mistakes = new Mistakes();
        var names = CustomerNames.Read(new ContentFolder(Prompts), mistakes);
        mistakes.ThrowIfAny();
        return names;
    }
}
