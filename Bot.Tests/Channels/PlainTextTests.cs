using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels;

namespace CoachBot.Tests.Channels;

/// <summary>What a person writes.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("They said no.\r\n\tTwice!")]
    [InlineData("👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍🏽 ❤️")]
    [InlineData("می‌خواهم")]
    [InlineData("שלום עולם")]
    [InlineData("Größe, café, Ω, 日本語")]
    [InlineData("क्षत्रिय")]
    [InlineData("<b>@everyone</b> {\"type\":\"AdaptiveCard\"} [x](javascript:1)")]
    [InlineData("   ")]
    [InlineData("")]
    public void Is_kept_as_it_is(string text) => Assert.Equal(text, PlainText.Clean(text));

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u001b[31mb", "a[31mb")]
    [InlineData("a\u0085b\u007fc", "abc")]
    [InlineData("a\u200bb\u2060c\ufeffd", "abcd")]
    [InlineData("a\u202egnp.exe\u202c", "agnp.exe")]
    [InlineData("a\u2066b\u2069", "ab")]
    [InlineData("cafe\u0301", "caf\u00e9")]
    [InlineData("a\uffffb\ufdd0", "ab")]
    public void Is_freed_of_what_breaks_a_line_or_a_database(string text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    [Fact]
    public void Has_its_halves_of_characters_replaced() =>
        Assert.Equal("a\ufffdb\ufffd", PlainText.Clean(new string(['a', '\ud83d', 'b', '\ude00'])));

    [Fact]
    public void Is_not_buried_under_marks()
    {
        var clean = PlainText.Clean("e" + new string('\u0301', 10_000) + "nd");

        Assert.True(clean.Length < 20);
        Assert.EndsWith("nd", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_out_the_same_when_it_is_cleaned_twice_and_is_valid_UTF8()
    {
        var random = new Random(7);
        for (var n = 0; n < 2_000; n++)
        {
            var wild = new string([.. Enumerable.Range(0, 20).Select(_ => random.Next(3) == 0 ? (char)random.Next(0x10000) : (char)random.Next(0x80))]);
            var clean = PlainText.Clean(wild);

            Assert.Equal(clean, PlainText.Clean(clean));
            Assert.DoesNotContain('\0', clean);
            Assert.Equal(clean, new UTF8Encoding(false, true).GetString(new UTF8Encoding(false, true).GetBytes(clean)));
        }
    }

    [Fact]
    public async Task Is_clean_before_the_bot_hears_it()
    {
        var bot = new ScriptedBot();
        await using var host = new CoachHost(bot);
        var message = CoachHost.Message("no\0thing \u202edone");
        message["from"] = new JsonObject { ["id"] = "29:person", ["name"] = "A\u200bda" };

        await host.PostAsync(message);

        var heard = Assert.Single(bot.Heard);
        Assert.Equal("nothing done", heard.Text);
        Assert.Equal("Ada", heard.From.Name);
    }
}
