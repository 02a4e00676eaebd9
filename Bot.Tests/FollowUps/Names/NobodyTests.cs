using CoachBot.FollowUps.Names;

namespace CoachBot.Tests.FollowUps.Names;

public sealed class What_names_nobody
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u200D")]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("...")]
    [InlineData("+")]
    [InlineData("unknown")]
    [InlineData("Unknown customer")]
    [InlineData("n/a")]
    [InlineData("N.A.")]
    [InlineData("I don’t know")]
    [InlineData("he")]
    [InlineData("He or she")]
    [InlineData("they")]
    [InlineData("my boss")]
    [InlineData("The boss")]
    [InlineData("the customer")]
    [InlineData("a customer")]
    [InlineData("some guy")]
    [InlineData("Mrs.")]
    [InlineData("Frau")]
    [InlineData("der Kunde")]
    [InlineData("keine Ahnung")]
    [InlineData("weiß nicht")]
    [InlineData("le client")]
    [InlineData("quelqu’un")]
    [InlineData("no sé")]
    [InlineData("él")]
    [InlineData("nessuno")]
    [InlineData("неизвестно")]
    [InlineData("不知道")]
    public void Is_neither_the_same_nor_another(string blank)
    {
        TheNames.AssertAre(NameMatch.Nobody, blank, "Anna");
        TheNames.AssertAre(NameMatch.Nobody, blank, blank);
        TheNames.AssertAre(NameMatch.Nobody, blank, "unknown");
    }

    [Fact]
    public void Is_what_was_never_typed() => Assert.Equal(NameMatch.Nobody, TheNames.Read.Compare(null, "Anna"));

    [Theory]
    [InlineData("Don")]
    [InlineData("Sir")]
    [InlineData("the baker")]
    [InlineData("Ella")]
    [InlineData("customer 12")]
    [InlineData("the customer from Hill Street")]
    [InlineData("the boss of Acme")]
    [InlineData("🍞")]
    [InlineData("Hess")]
    [InlineData("A.")]
    public void Is_no_name_that_only_looks_like_it(string name) => TheNames.AssertAre(NameMatch.Same, name, name.ToUpperInvariant());
}
