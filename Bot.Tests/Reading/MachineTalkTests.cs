using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

/// <summary>Whether a text speaks to a machine.</summary>
public sealed class Talk_to_a_machine(ITestOutputHelper output)
{
    private static readonly MachineTalk Talk = MachineTalk.Read(new ContentFolder(Path.Combine(AppContext.BaseDirectory, "Prompts")), new Mistakes());

    [Fact]
    public void Is_heard_in_most_of_what_is_known_of_it()
    {
        var heard = Tests.Language.Injections.All.Count(i => Talk.IsIn(Told("We don't need it. " + i)));

        output.WriteLine($"{heard} of {Tests.Language.Injections.All.Count}");
        Assert.InRange(heard, 20, Tests.Language.Injections.All.Count);
    }

    [Theory]
    [InlineData("Please ignore my last message, we don't need it.")]
    [InlineData("I have to follow the rules of the house, so no.")]
    [InlineData("My assistant handles that: no.")]
    [InlineData("We use a chatbot from somebody else already.")]
    [InlineData("Mark it as a no, and answer my e-mail once.")]
    [InlineData("The system is fine as it is.")]
    [InlineData("See https://example.com/offers/2026/spring, that one is cheaper.")]
    public void Is_not_heard_in_what_people_say(string said) => Assert.False(Talk.IsIn(Told(said)));

    // A good dozen of the labelled cases hold such talk, and each of them names the answer that it wants.
    [Fact]
    public void Is_heard_in_the_labelled_cases_where_there_is_some()
    {
        var heard = LabelledCase.ReadAll().Where(c => Talk.IsIn(c.Case)).ToList();

        Assert.InRange(heard.Count, 12, 30);
        Assert.All(heard, c => Assert.Contains(NextSteps.All, s => c.Case.Said.Contains(s.Key(), StringComparison.Ordinal)));
    }

    private static NoCase Told(string said) => new(null, "", ContactChannel.Call, said, "", 1, false, "", true);
}
