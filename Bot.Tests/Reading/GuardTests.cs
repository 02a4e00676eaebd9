using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

/// <summary>What becomes of a model's opinion beside the offline reading.</summary>
public sealed class The_guard_of_the_reading
{
    private static readonly ReadingGuard Guard = new(Prompts.Rules);

    private static readonly NoCase Told = new(null, "maintenance plan", ContactChannel.Call, "No, not now. Leave it.", "", 1, false, "", true);

    private static IReadOnlyList<(NextStep Step, Reason Reason)> Pairs { get; } =
    [
        (NextStep.HonourNo, Reason.NoContact), (NextStep.BackOff, Reason.Irritated), (NextStep.SupportChoice, Reason.ChoseOther),
        (NextStep.CloseGracefully, Reason.NoNeed), (NextStep.Nurture, Reason.Timing), (NextStep.AnswerOnce, Reason.Price),
        (NextStep.CheckFollowUp, Reason.NoneGiven), (NextStep.AskWhy, Reason.NoneGiven),
    ];

    [Fact]
    public void Leaves_everything_as_it_is_where_there_is_none()
    {
        foreach (var labelled in LabelledCase.ReadAll())
        {
            var offline = Prompts.Reader.Read(labelled.Case);
            Assert.Same(offline, Guard.Combine(labelled.Case, offline, null));
        }
    }

    // Every pair against every pair, at every confidence: what is promised holds whatever either of them says.
    [Fact]
    public void Keeps_its_promises_whatever_the_two_say()
    {
        foreach (var (offline, model, no) in Everything())
        {
            var combined = Guard.Combine(no, offline, model);
            var what = $"{offline.Step} {offline.Confidence}, {model.Step} {model.Confidence}, noes {no.Noes}, asked {no.AskedWhy}: {combined}";

            if (Binds(offline.Step))
                Assert.True(combined.Step == offline.Step && (combined.Doubt is null || combined.Doubt == offline.Doubt || model.Step == NextStep.HonourNo), what);
            if (combined.Step == NextStep.HonourNo && offline.Step != NextStep.HonourNo)
                Assert.True(combined.Doubt is not null, what);
            if (offline.Others.Any(o => Binds(o.Step)) && combined.Step != offline.Step)
                Assert.True(Binds(combined.Step) || combined.Doubt is not null, what);
            if (no.AskedWhy && offline.Step != NextStep.AskWhy)
                Assert.True(combined.Step != NextStep.AskWhy, what);
            if (no.Noes >= 3 && !offline.Step.ReachesOut())
                Assert.True(!combined.Step.ReachesOut(), what);
            Assert.True(combined.Confidence is >= 0 and <= 1, what);
            Assert.DoesNotContain(combined.Others, o => o.Step == combined.Step);
            Assert.True(combined.Doubt is null || combined.Doubt.Options.Count >= 2, what);
        }
    }

    [Fact]
    public void Lets_a_sure_model_read_what_the_rules_could_only_guess()
    {
        var combined = Guard.Combine(Told, Offline(NextStep.AskWhy, 0.3), Model(NextStep.Nurture, 0.9));

        Assert.Equal((NextStep.Nurture, Reason.Timing), (combined.Step, combined.Reason));
        Assert.Null(combined.Doubt);
        Assert.Equal(new Evidence("said", "not now", "model"), combined.Evidence[0]);
        Assert.Contains(combined.Others, o => o.Step == NextStep.AskWhy);
    }

    [Fact]
    public void Asks_when_both_are_about_as_sure()
    {
        var combined = Guard.Combine(Told, Offline(NextStep.AnswerOnce, 0.8), Model(NextStep.Nurture, 0.9));

        Assert.Equal([NextStep.AnswerOnce, NextStep.Nurture], combined.Doubt!.Options.Select(o => o.Step).Order());
    }

    [Fact]
    public void Keeps_what_the_rules_are_surer_of()
    {
        var combined = Guard.Combine(Told, Offline(NextStep.AnswerOnce, 0.95), Model(NextStep.Nurture, 0.7));

        Assert.Equal(NextStep.AnswerOnce, combined.Step);
        Assert.Null(combined.Doubt);
        Assert.Equal(NextStep.Nurture, combined.Others[0].Step);
    }

    [Fact]
    public void Is_surer_where_both_agree_and_asks_no_more()
    {
        var combined = Guard.Combine(Told, Prompts.Read("Mm, maybe later, I don't know.") with { Step = NextStep.Nurture, Others = [] }, Model(NextStep.Nurture, 0.9));

        Assert.Null(combined.Doubt);
        Assert.InRange(combined.Confidence, 0.7, 1);
    }

    [Fact]
    public void Takes_a_request_for_silence_that_only_the_model_heard_for_a_question()
    {
        var combined = Guard.Combine(Told, Offline(NextStep.Nurture, 0.75), Model(NextStep.HonourNo, 0.99));

        Assert.Equal(NextStep.HonourNo, combined.Step);
        Assert.Equal([NextStep.HonourNo, NextStep.Nurture], combined.Doubt!.Options.Select(o => o.Step).OrderByDescending(s => s == NextStep.HonourNo));
    }

    [Theory]
    [InlineData(NextStep.AskWhy, Reason.NoneGiven, 1, true)]
    [InlineData(NextStep.AskWhy, Reason.NoneGiven, 3, false)]
    [InlineData(NextStep.AnswerOnce, Reason.Price, 4, false)]
    [InlineData(NextStep.CheckFollowUp, Reason.NoneGiven, 3, true)]
    [InlineData(NextStep.CloseGracefully, Reason.NoneGiven, 1, false)]
    public void Does_not_let_the_model_overrule_what_the_rep_counted(NextStep step, Reason reason, int noes, bool askedWhy)
    {
        var no = Told with { Noes = noes, AskedWhy = askedWhy };
        var offline = Offline(NextStep.SupportChoice, 0.3);

        Assert.Same(offline, Guard.Combine(no, offline, new ModelReading(step, reason, 1, [])));
    }

    private static IEnumerable<(NoReading Offline, ModelReading Model, NoCase Told)> Everything() =>
        from read in Pairs
        from other in Pairs.Prepend(read)
        from sure in (double[])[0.3, 0.5, 0.75, 0.95]
        from said in Pairs
        from modelSure in (double[])[0, 0.5, 0.8, 1]
        from no in (NoCase[])[Told, Told with { Noes = 3 }, Told with { AskedWhy = true }]
        select (Offline(read.Step, sure) with { Others = other == read ? [] : [new OtherReading(other.Step, other.Reason, "rule")] },
            new ModelReading(said.Step, said.Reason, modelSure, [new Passage("said", "not now")]), no);

    private static bool Binds(NextStep step) => step is NextStep.HonourNo or NextStep.BackOff;

    private static NoReading Offline(NextStep step, double sure) =>
        new(step, Pairs.First(p => p.Step == step).Reason, sure, [new Evidence("said", "Leave it", "rule")], [], [], null);

    private static ModelReading Model(NextStep step, double sure) =>
        new(step, Pairs.First(p => p.Step == step).Reason, sure, [new Passage("said", "not now")]);
}
