using System.Text;
using CoachBot.FollowUps.Names;

namespace CoachBot.Tests.FollowUps.Names;

public sealed class Any_two_names
{
    private const int Tries = 20_000;

    public static TheoryData<int> Seeds => [1, 20, 300];

    [Fact]
    public void Have_keys_that_are_their_own_keys_for_every_character_there_is()
    {
        for (var code = 0; code <= 0x10FFFF; code += IsInUse(code) ? 1 : 251)
        {
            var text = code is >= 0xD800 and < 0xE000 ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            AssertSettled(text);
            AssertSettled("a" + text + "b " + text);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Never_throw_and_compare_alike_both_ways(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Tries; i++)
        {
            var (one, two) = (RandomAliases.Any(random), RandomAliases.Any(random));
            AssertSettled(one);
            var match = TheNames.Read.Compare(one, two);
            Assert.Equal(match, TheNames.Read.Compare(two, one));
            Assert.Equal(match, TheNames.Read.Compare(TheNames.Read.KeyOf(one), TheNames.Read.KeyOf(two)));
            Assert.True(TheNames.Read.Compare(one, one) is NameMatch.Same or NameMatch.Nobody, one);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Are_the_same_if_both_are_the_same_as_a_third(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Tries; i++)
        {
            var name = RandomAliases.Name(random);
            var (one, two, three) = (RandomAliases.Dressed(name, random), RandomAliases.Dressed(name, random), RandomAliases.Dressed(name, random));
            Assert.Equal(NameMatch.Same, TheNames.Read.Compare(one, two));
            Assert.Equal(NameMatch.Same, TheNames.Read.Compare(two, three));
            Assert.Equal(NameMatch.Same, TheNames.Read.Compare(one, three));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Are_never_two_customers_for_one_wrong_letter_in_a_word_of_five(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Tries; i++)
        {
            var words = RandomAliases.Name(random).Split(' ');
            var at = Array.FindIndex(words, w => w.Length >= 5);
            if (at < 0)
                continue;
            var wrong = words.ToArray();
            wrong[at] = RandomAliases.Mistyped(words[at], random);
            var (name, typed) = (string.Join(' ', words), string.Join(' ', wrong));
            Assert.True(TheNames.Read.Compare(name, typed) != NameMatch.Other, $"{name} / {typed}");
        }
    }

    // Most of what Unicode has room for is not given out yet.
    private static bool IsInUse(int code) => code is < 0x33500 or >= 0xE0000 and < 0xE0200;

    private static void AssertSettled(string alias)
    {
        var key = TheNames.Read.KeyOf(alias);
        if (key != TheNames.Read.KeyOf(key) || key.Length > 200 || !key.IsNormalized(NormalizationForm.FormKD))
            Assert.Fail($"the key of {Codes(alias)} is {Codes(key)}, whose key is {Codes(TheNames.Read.KeyOf(key))}");
    }

    private static string Codes(string text) => string.Join(' ', text.Select(c => $"{(int)c:X4}"));
}
