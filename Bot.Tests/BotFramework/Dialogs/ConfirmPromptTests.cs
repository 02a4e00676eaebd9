using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A prompt for a yes or a no.</summary>
public sealed class ConfirmPromptTests
{
    [Theory]
    [InlineData("bg-bg", "(1) Да или (2) Не", "Да", "Не")]
    [InlineData("zh-cn", "(1) 是的 要么 (2) 不", "是的", "不")]
    [InlineData("nl-nl", "(1) Ja of (2) Nee", "Ja", "Nee")]
    [InlineData("en-us", "(1) Yes or (2) No", "Yes", "No")]
    [InlineData("fr-fr", "(1) Oui ou (2) Non", "Oui", "Non")]
    [InlineData("de-de", "(1) Ja oder (2) Nein", "Ja", "Nein")]
    [InlineData("hi-in", "(1) हां या (2) नहीं", "हां", "नहीं")]
    [InlineData("it-it", "(1) Si o (2) No", "Si", "No")]
    [InlineData("ja-jp", "(1) はい または (2) いいえ", "はい", "いいえ")]
    [InlineData("ko-kr", "(1) 예 또는 (2) 아니", "예", "아니")]
    [InlineData("pt-br", "(1) Sim ou (2) Não", "Sim", "Não")]
    [InlineData("es-es", "(1) Sí o (2) No", "Sí", "No")]
    [InlineData("sv-se", "(1) Ja eller (2) Nej", "Ja", "Nej")]
    [InlineData("tr-tr", "(1) Evet veya (2) Hayır", "Evet", "HAYIR")]
    public async Task Speaks_and_reads(string locale, string choices, string yes, string no)
    {
        foreach (var spelling in new[] { locale, $"{locale[..3]}{locale[3..].ToUpperInvariant()}", locale[..2], locale[..2].ToUpperInvariant() })
        {
            Assert.Equal([$"Sure? {choices}"], await new Talk(new MemoryStorage(), Talk.Ask("Sure?"), new ConfirmPrompt("c")) { Locale = spelling }.Say("hello"));
            Assert.Equal(true, await Talk.Answer(new ConfirmPrompt("c"), yes, spelling));
            Assert.Equal(false, await Talk.Answer(new ConfirmPrompt("c"), no, spelling));
            Assert.Equal(true, await Talk.Answer(new ConfirmPrompt("c"), "1", spelling));
            Assert.Equal(false, await Talk.Answer(new ConfirmPrompt("c", defaultLocale: spelling), "2"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-supported")]
    public async Task Speaks_English_for_want_of_a_language(string? locale)
    {
        Assert.Equal(["Sure? (1) Yes or (2) No"], await new Talk(new MemoryStorage(), Talk.Ask("Sure?"), new ConfirmPrompt("c")) { Locale = locale }.Say("hello"));
        Assert.Equal(["Sure? (1) Yes or (2) No"], await new Talk(new MemoryStorage(), Talk.Ask("Sure?"), new ConfirmPrompt("c", defaultLocale: locale)).Say("hello"));
        Assert.Equal(true, await Talk.Answer(new ConfirmPrompt("c", defaultLocale: locale), "yes"));
    }

    [Theory]
    [InlineData("en-us", "yes please", true)]
    [InlineData("en-us", "y", true)]
    [InlineData("en-us", "👍", true)]
    [InlineData("en-us", "yes, no problem", true)]
    [InlineData("en-us", "no, that's ok", false)]
    [InlineData("en-us", "nope", false)]
    [InlineData("en-us", "not ok", false)]
    [InlineData("en-us", "of course not", false)]
    [InlineData("en-us", "the first one", true)]
    [InlineData("en-us", "not sure", null)]
    [InlineData("en-us", "no idea", null)]
    [InlineData("en-us", "rock n roll", null)]
    [InlineData("en-us", "what?", null)]
    [InlineData("de-de", "na klar", true)]
    [InlineData("de-de", "auf keinen Fall", false)]
    [InlineData("de-de", "nicht sicher", null)]
    [InlineData("de-de", "natuerlich", true)]
    [InlineData("fr-fr", "d'accord", true)]
    [InlineData("fr-fr", "bien sur", true)]
    [InlineData("fr-fr", "pas d'accord", false)]
    [InlineData("fr-fr", "je ne sais pas", null)]
    [InlineData("es-es", "claro que sí", true)]
    [InlineData("es-es", "claro que no", false)]
    [InlineData("es-es", "no lo sé", null)]
    public async Task Reads_also(string locale, string answer, bool? meaning)
        => Assert.Equal(meaning, await Talk.Answer(new ConfirmPrompt("c"), answer, locale));

    [Fact]
    public async Task Counts_numbers_only_where_it_showed_them()
    {
        var prompt = new ConfirmPrompt("c") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false, InlineSeparator = "~" } };

        Assert.Equal(["Sure? Yes or No"], await new Talk(new MemoryStorage(), Talk.Ask("Sure?"), prompt).Say("hello"));
        Assert.Null(await Talk.Answer(prompt, "2"));
        Assert.Equal(false, await Talk.Answer(prompt, "no"));
    }

    [Fact]
    public async Task Retries_with_its_choices()
    {
        var talk = new Talk(new MemoryStorage(), Talk.Ask("Sure?", "Yes or no?"), new ConfirmPrompt("c"));

        await talk.Say("hello");

        Assert.Equal(["Yes or no? (1) Yes or (2) No"], await talk.Say("lala"));
    }

    [Fact]
    public async Task Takes_a_languages_words_from_its_author()
    {
        var words = new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)>
        {
            ["custom-custom"] = (new Choice("Aye"), new Choice("Nay"), new ChoiceFactoryOptions("; ", " alias ", "; alias ", true)),
        };
        var prompt = new ConfirmPrompt("c", words, null, "custom-custom");

        Assert.Equal(["Sure? (1) Aye alias (2) Nay"], await new Talk(new MemoryStorage(), Talk.Ask("Sure?"), prompt).Say("hello"));
        Assert.Equal(false, await Talk.Answer(prompt, "nay"));
    }

    [Fact]
    public async Task Offers_the_choices_it_is_given()
    {
        var prompt = new ConfirmPrompt("c") { ConfirmChoices = Tuple.Create(new Choice("Go"), new Choice("Stay")) };

        Assert.Equal(["Sure? (1) Go or (2) Stay"], await new Talk(new MemoryStorage(), Talk.Ask("Sure?"), prompt).Say("hello"));
        Assert.Equal(true, await Talk.Answer(prompt, "let's go"));
    }
}
