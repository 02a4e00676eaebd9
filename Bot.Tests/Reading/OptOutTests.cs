using System.Text.Json;
using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

// Row R4 of the reliability table. No language model is configured here: the offline reader hears a request by itself.
// Nothing is learnt from this file, though its shortest words are said by others too. The floors are two points below
// what was measured, and for look-alikes that falls short of the 95 % that are wanted. Clear requests have to be heard or
// asked about in 99 %.
public sealed class The_reader_on_the_ways_to_ask_for_no_contact(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<OptOut> Texts =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "opt-outs.jsonl")).Select(Read)];

    [Fact]
    public void Hears_a_clear_request_or_asks_the_rep()
    {
        var clear = Texts.Where(t => t.Asks == "yes").ToList();
        var honoured = clear.Where(t => t.Reading.Step == NextStep.HonourNo).ToList();
        var asked = clear.Except(honoured).Where(t => MayBeNoContact(t.Reading)).ToList();
        Print("clear requests", "honoured", t => t.Reading.Step == NextStep.HonourNo, clear);
        Print("clear requests", "asked about", t => t.Reading.Step != NextStep.HonourNo && MayBeNoContact(t.Reading), clear);
        Name("missed", clear.Except(honoured).Except(asked));

        Assert.True(honoured.Count >= 0.93 * clear.Count, $"{honoured.Count} of {clear.Count} honoured");
        Assert.True(honoured.Count + asked.Count >= 0.99 * clear.Count, $"{honoured.Count} honoured, {asked.Count} asked about, of {clear.Count}");
    }

    [Fact]
    public void Never_reaches_out_after_a_clear_request_without_asking_the_rep()
    {
        var pushes = Texts.Where(t => t.Asks == "yes" && t.Reading.Step.ReachesOut() && t.Reading.Doubt is null).ToList();
        Name("pushes without a question", pushes);

        Assert.True(pushes.Count <= 0, $"{pushes.Count} pushes");
    }

    [Fact]
    public void Takes_hardly_a_look_alike_for_a_request()
    {
        var alike = Texts.Where(t => t.Asks == "no").ToList();
        var left = alike.Where(t => t.Reading.Step != NextStep.HonourNo).ToList();
        Print("look-alikes", "not taken for a request", t => t.Reading.Step != NextStep.HonourNo, alike);
        Name("taken for a request", alike.Except(left));

        Assert.True(left.Count >= 0.78 * alike.Count, $"{left.Count} of {alike.Count}");
    }

    [Fact]
    public void Seldom_reaches_out_unasked_where_it_is_unclear()
    {
        var unclear = Texts.Where(t => t.Asks == "unclear").ToList();
        Print("unclear", "honoured", t => t.Reading.Step == NextStep.HonourNo, unclear);
        Print("unclear", "asked about", t => t.Reading.Step != NextStep.HonourNo && t.Reading.Doubt is not null, unclear);
        var pushes = unclear.Where(t => t.Reading.Step.ReachesOut() && t.Reading.Doubt is null).ToList();
        Name("pushes without a question", pushes);

        Assert.True(pushes.Count <= 5, $"{pushes.Count} pushes");
    }

    private static bool MayBeNoContact(NoReading reading) => reading.Doubt?.Options.Any(o => o.Step == NextStep.HonourNo) == true;

    private static OptOut Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new OptOut(Text("id"), Text("lang"), Text("asks"), Prompts.Read(Text("text")));

        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
    }

    private void Print(string what, string how, Func<OptOut, bool> counts, List<OptOut> texts) =>
        output.WriteLine($"{what} {how}: {texts.Count(counts)} of {texts.Count} ({string.Join(", ", texts.GroupBy(t => t.Language).Select(l => $"{l.Key} {l.Count(counts)} of {l.Count()}"))})");

    private void Name(string what, IEnumerable<OptOut> texts) =>
        output.WriteLine($"{what}: {string.Join(", ", texts.Select(t => $"{t.Id} {t.Language} {t.Reading.Step.Key()}"))}");

    private sealed record OptOut(string Id, string Language, string Asks, NoReading Reading);
}
