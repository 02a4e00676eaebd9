namespace CoachBot.Tests.FollowUps.Names;

public sealed class The_key_of_an_alias
{
    [Theory]
    [InlineData("ANNA  K.", "anna k")]
    [InlineData("Mr. Müller", "muller")]
    [InlineData("the baker from Hill Street", "baker from hill street")]
    [InlineData("Don", "don")]
    [InlineData("Herr Prof. Dr.", "dr")]
    [InlineData("M. K.", "m k")]
    [InlineData("Anna 🌸", "anna")]
    [InlineData("🍞 🥖", "🍞🥖")]
    [InlineData("Straße", "strasse")]
    [InlineData("Анна", "анна")]
    [InlineData("\u041Eливия", "оливия")]
    [InlineData("-", "")]
    [InlineData(null, "")]
    public void Is_its_normal_form(string? alias, string key) => Assert.Equal(key, TheNames.Read.KeyOf(alias));

    [Fact]
    public void Keeps_the_marks_that_are_vowels() => Assert.NotEqual(TheNames.Read.KeyOf("मीना"), TheNames.Read.KeyOf("मना"));

    [Fact]
    public void Takes_nothing_from_beyond_two_hundred_characters()
    {
        Assert.Equal(TheNames.Read.KeyOf(new string('a', 200)), TheNames.Read.KeyOf(new string('a', 5_000_000)));
        Assert.Equal(200, TheNames.Read.KeyOf(new string('\uFDFA', 300)).Length);
    }

    // In one test: what is broken looks alike to the runner, which would leave the second one out.
    [Fact]
    public void Is_made_of_broken_text_too()
    {
        foreach (var (alias, key) in ((string, string)[])[("\uD800", ""), ("Anna\uDC00", "anna"), ("\uFFFEAnna\uFFFF", "anna"), ("\uD83C", "")])
            Assert.Equal(key, TheNames.Read.KeyOf(alias));
    }

    [Fact]
    public void Is_cut_between_two_characters_never_within_one()
    {
        var key = TheNames.Read.KeyOf(new string('a', 199) + "𝒜𐐀");
        Assert.DoesNotContain(key, char.IsSurrogate);
    }
}
