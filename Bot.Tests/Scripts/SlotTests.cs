using System.Diagnostics;
using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

public sealed class What_a_rep_typed
{
    private const string Before = "decide against ";

    [Theory]
    [InlineData("annual maintenance plan", "the annual maintenance plan")]
    [InlineData("Annual maintenance plan", "the annual maintenance plan")]
    [InlineData("an annual maintenance plan.", "the annual maintenance plan")]
    [InlineData("caravan cover, Mr Pryce", "the caravan cover")]
    [InlineData("dental cover (5 weeks)", "the dental cover")]
    [InlineData("Algarve package, Dona Lurdes", "the Algarve package")]
    [InlineData("ERP support hours", "the ERP support hours")]
    [InlineData("hearing-aid test for her husband", "the hearing-aid test for your husband")]
    [InlineData("his mortgage renewal", "your mortgage renewal")]
    [InlineData("hosting a nail-art evening", "hosting a nail-art evening")]
    [InlineData("extended cover on two reach trucks he's buying", "the extended cover on two reach trucks")]
    [InlineData("fuel cards for a courier firm", "the fuel cards")]
    [InlineData("I offered Anna the premium plan", "the premium plan")]
    [InlineData("premium plan for Anna", "the premium plan")]
    [InlineData("seguro de vida em grupo, Sr. Tavares", "the seguro de vida em grupo")]
    [InlineData("**bold** <b>plan</b> [link](https://evil.example/x)\nsecond line", "the bold plan")]
    [InlineData("plan <at>everyone</at> @team https://evil.example www.evil.example evil.com", "the plan everyone")]
    [InlineData("", "what I suggested")]
    [InlineData("  ?? ", "what I suggested")]
    [InlineData("🎉", "what I suggested")]
    [InlineData("idk", "what I suggested")]
    public void Becomes_the_offer_in_a_sentence(string typed, string said) =>
        Assert.Contains(Before + said + "?", Ask(typed, "Anna"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.")]
    [InlineData("<")]
    [InlineData("@")]
    [InlineData("[a](b)")]
    [InlineData("e\u0301\u0301")]
    [InlineData(" ")]
    public void Of_ten_thousand_signs_is_looked_at_as_fast_as_any(string sign)
    {
        var started = Stopwatch.GetTimestamp();
        Ask(string.Concat(Enumerable.Repeat(sign, 10_000)), string.Concat(Enumerable.Repeat(sign, 10_000)));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Is_never_cut_inside_a_word_however_long()
    {
        Assert.Contains(Before + "what I suggested?", Ask(new string('x', 10_000), ""), StringComparison.Ordinal);
        Assert.Contains(Before + "the support package?", Ask("support package with " + string.Join(' ', Enumerable.Repeat("everything", 900)), ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna", "Anna, thanks")]
    [InlineData("anna", "Anna, thanks")]
    [InlineData("Mr Pryce", "Mr Pryce, thanks")]
    [InlineData("mr pryce (site office)", "Mr Pryce, thanks")]
    [InlineData("M. Aubert", "M. Aubert, thanks")]
    [InlineData("Anna from Acme", "Anna, thanks")]
    [InlineData("Jan van der Berg", "Jan van der Berg, thanks")]
    [InlineData("Oyelaran-O'Neill", "Oyelaran-O'Neill, thanks")]
    [InlineData("سارة", "سارة, thanks")]
    [InlineData("the buyer", "Thanks")]
    [InlineData("PA to a partner", "Thanks")]
    [InlineData("front desk", "Thanks")]
    [InlineData("customer 4711", "Thanks")]
    [InlineData("", "Thanks")]
    [InlineData("@everyone", "Thanks")]
    [InlineData("<at>Anna</at>", "Anna, thanks")]
    [InlineData("[Anna](https://evil.example)", "Thanks")]
    [InlineData("Anna\u202E\u200B\u0000", "Anna, thanks")]
    public void Becomes_the_name_only_if_it_is_one(string typed, string beginning) =>
        Assert.StartsWith(beginning, Ask("", typed), StringComparison.Ordinal);

    [Fact]
    public void Is_a_phrase_that_fits_a_sentence_in_every_known_case()
    {
        Assert.All(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "dev.jsonl")).Select(NoCase.Parse), c =>
        {
            var said = Ask(c.Offer, "").Split(Before)[1].Split('?')[0];
            Assert.InRange(said.Length, 5, 56);
            Assert.DoesNotMatch(@"[,;:()\[\]\n]|\b(he|she|they|his|her|their)\b|^the (a|an|the|my|our|your) ", said);
        });
    }

    private static string Ask(string offer, string customer) =>
        TheScripts.Book.Find(new ScriptRequest(NextStep.AskWhy, Reason.NoneGiven) { Offer = offer, Customer = customer })[0].Words;
}
