using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A prompt for a number.</summary>
public sealed class NumberPromptTests
{
    [Theory]
    [InlineData("en-us", "42", "42")]
    [InlineData("en-us", "3.14", "3.14")]
    [InlineData("en-us", "1,000.5", "1000.5")]
    [InlineData("en-us", "-5", "-5")]
    [InlineData("en-us", "minus five", "-5")]
    [InlineData("en-us", "$500", "500")]
    [InlineData("en-us", "500 dollars", "500")]
    [InlineData("en-us", "I am 18 years old", "18")]
    [InlineData("en-us", "I've run 5km", "5")]
    [InlineData("en-us", "The temperature is 32C", "32")]
    [InlineData("en-us", "5 or 6", "5")]
    [InlineData("en-us", "twenty-one", "21")]
    [InlineData("en-us", "two hundred and twelve", "212")]
    [InlineData("en-us", "three thousand four hundred", "3400")]
    [InlineData("en-us", "2 million", "2000000")]
    [InlineData("en-us", "3,14", "3.14")]
    [InlineData("en-us", "５", "5")]
    [InlineData("en-gb", "zero", "0")]
    [InlineData("de-de", "3,14", "3.14")]
    [InlineData("de-de", "3.14", "3.14")]
    [InlineData("de-de", "1.000,5", "1000.5")]
    [InlineData("de-de", "einundzwanzig", "21")]
    [InlineData("de-de", "zwölf Kunden", "12")]
    [InlineData("de-de", "zwoelf", "12")]
    [InlineData("de-de", "dreißig", "30")]
    [InlineData("de-at", "zweihundertfünfzehn", "215")]
    [InlineData("de-de", "zweitausend dreihundert", "2300")]
    [InlineData("de-de", "eine", "1")]
    [InlineData("fr-fr", "dix-sept", "17")]
    [InlineData("fr-fr", "vingt et un", "21")]
    [InlineData("fr-fr", "soixante et onze", "71")]
    [InlineData("fr-fr", "quatre-vingt-douze", "92")]
    [InlineData("fr-fr", "deux cents", "200")]
    [InlineData("es-es", "dieciseis", "16")]
    [InlineData("es-es", "treinta y cinco", "35")]
    [InlineData("es-es", "doscientos veinte", "220")]
    [InlineData("es-es", "tres mil", "3000")]
    [InlineData("nl-nl", "3,14", "3.14")]
    [InlineData("nl-nl", "zeven", "7")]
    [InlineData("it-it", "tredici", "13")]
    [InlineData("pt-br", "três", "3")]
    [InlineData("sv-se", "2,5", "2.5")]
    [InlineData(null, "7", "7")]
    [InlineData("xx-xx", "seven", "7")]
    public async Task Reads(string? locale, string answer, string number)
        => Assert.Equal(
            decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), await Talk.Answer(new NumberPrompt<decimal>("number"), answer, locale));

    [Theory]
    [InlineData("en-us", "dollars")]
    [InlineData("en-us", "hello again")]
    [InlineData("en-us", "c3po")]
    [InlineData("en-us", "99999999999999999999999999999999999999")]
    [InlineData("de-de", "ein Kunde")]
    [InlineData("fr-fr", "un client")]
    public async Task Asks_again_after(string locale, string answer)
        => Assert.Null(await Talk.Answer(new NumberPrompt<decimal>("number"), answer, locale));

    [Fact]
    public async Task Gives_the_type_it_was_made_for()
    {
        Assert.Equal(3, await Talk.Answer(new NumberPrompt<int>("number"), "3"));
        Assert.Equal(3L, await Talk.Answer(new NumberPrompt<long>("number"), "3"));
        Assert.Equal(3.14f, await Talk.Answer(new NumberPrompt<float>("number"), "3.14"));
        Assert.Equal(3.14, await Talk.Answer(new NumberPrompt<double>("number"), "3.14"));
        Assert.Null(await Talk.Answer(new NumberPrompt<int>("number"), "3.14"));
        Assert.Null(await Talk.Answer(new NumberPrompt<int>("number"), "3000000000"));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<short>("number"));
    }

    [Fact]
    public async Task Reads_in_its_own_language_when_the_activity_names_none()
    {
        Assert.Equal(3.14, await Talk.Answer(new NumberPrompt<double>("number", defaultLocale: "nl-nl"), "3,14 km"));
        Assert.Equal(7.0, await Talk.Answer(new NumberPrompt<double>("number", defaultLocale: "nl-nl"), "seven", "en-us"));
    }

    [Fact]
    public async Task Reads_in_the_language_that_its_options_name()
    {
        var options = Talk.Ask("?");
        options.RecognizeLanguage = "de-de";

        Assert.Equal(12, await Talk.Answer(new NumberPrompt<int>("number"), "zwölf", "en-us", options));
    }
}
