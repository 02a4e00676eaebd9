using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

public sealed class A_reading
{
    private static readonly IReadOnlyList<LabelledCase> Cases = LabelledCase.ReadAll();

    [Fact]
    public void Quotes_the_reps_own_words()
    {
        foreach (var no in Cases.Select(c => c.Case))
        {
            foreach (var evidence in Prompts.Reader.Read(no).Evidence)
                Assert.Contains(evidence.Quote, Told(no, evidence.Field), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Can_say_in_words_what_each_rule_stands_for()
    {
        var keys = Cases.Select(c => Prompts.Reader.Read(c.Case))
            .SelectMany(r => r.Evidence.Select(e => e.Rule).Concat(r.Others.Select(o => o.WhyKey))).Distinct();

        Assert.All(keys.Where(k => !k.StartsWith("cue.", StringComparison.Ordinal)), key => Assert.False(string.IsNullOrEmpty(Prompts.Rules.Means(key)), key));
    }

    [Fact]
    public void Never_lists_itself_among_the_others() =>
        Assert.All(Cases.Select(c => Prompts.Reader.Read(c.Case)), reading => Assert.DoesNotContain(reading.Others, o => o.Step == reading.Step));

    [Fact]
    public void Is_surer_where_it_is_more_often_right()
    {
        var readings = LabelledCase.HeldOut().Select(c => (Right: Prompts.Reader.Read(c.Case).Step == c.Label, Prompts.Reader.Read(c.Case).Confidence)).ToList();

        Assert.All(readings, r => Assert.InRange(r.Confidence, 0, 1));
        Assert.True(Share(readings.Where(r => r.Confidence >= 0.8)) > Share(readings.Where(r => r.Confidence < 0.7)));

        static double Share(IEnumerable<(bool Right, double)> some) => some.Average(r => r.Right ? 1.0 : 0.0);
    }

    [Fact]
    public void Comes_with_a_question_when_it_is_unsure()
    {
        var doubt = Prompts.Read("Quux flarp zibble.").Doubt;

        Assert.NotNull(doubt);
        Assert.Contains(doubt.Options, o => o.Step == NextStep.HonourNo);
    }

    [Fact]
    public void Asks_nothing_more_when_it_is_sure() => Assert.Null(Prompts.Read("Do not contact me again.").Doubt);

    [Fact]
    public void Asks_how_far_it_goes_when_contact_is_half_refused() =>
        Assert.Contains(Prompts.Read("I'd rather you left it.").Doubt!.Options, o => o.Step == NextStep.HonourNo);

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("¿¡!?…")]
    [InlineData("👍🏽👍🏽 \ud83d")]
    [InlineData("לא תודה, אני לא מעוניין")]
    [InlineData("いいえ、結構です")]
    public void Comes_of_anything(string said) => Assert.InRange(Prompts.Read(said, said, why: said).Confidence, 0, 1);

    [Theory]
    [InlineData("not ")]
    [InlineData("do not want to call me till ")]
    [InlineData("a")]
    [InlineData("x. ")]
    [InlineData("'")]
    public void Comes_of_ten_thousand_characters_at_once(string piece)
    {
        var said = string.Concat(Enumerable.Repeat(piece, (10_000 / piece.Length) + 1))[..10_000];
        var start = TimeProvider.System.GetTimestamp();

        Prompts.Read(said);

        // Milliseconds on an idle machine; the limit only tells bounded from unbounded.
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
    }

    private static string Told(NoCase no, string field) => field switch
    {
        "said" => no.Said,
        "body" => no.Body,
        "why" => no.Why,
        "reply" => no.Reply,
        "noes" => no.Noes.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "worth" => no.TimeWorthIt ? "true" : "false",
        _ => throw new InvalidOperationException(field),
    };
}
