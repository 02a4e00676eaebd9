using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CoachBot.Reading;
using CoachBot.Tests.Reading;

namespace CoachBot.Tests.Debrief;

public sealed partial class The_labelled_cases(Coaches coaches, ITestOutputHelper output) : IClassFixture<Coaches>
{
    private static readonly Dictionary<ContactChannel, string> Channels = new()
    {
        [ContactChannel.Call] = "On the phone",
        [ContactChannel.InPerson] = "Face to face",
        [ContactChannel.OnlineMeeting] = "Online meeting",
        [ContactChannel.Message] = "E-mail or chat",
    };

    private readonly CoachApp _coach = coaches.Shared;

    [Fact]
    public async Task Walk_through_the_whole_debrief_and_keep_its_promises()
    {
        var read = new ConcurrentDictionary<string, int>();
        // Every third of them: each is a whole debrief.
        var cases = LabelledCase.ReadAll().Where((_, at) => at % 3 == 0).ToList();
        await Parallel.ForEachAsync(cases, TestContext.Current.CancellationToken, async (labelled, _) =>
        {
            var rep = _coach.Chat(labelled.Case.Id!);
            await TellAsync(rep, labelled.Case);
            var step = await ReadingAsync(rep);
            read.AddOrUpdate(step == labelled.Label ? "right" : "wrong", 1, (_, n) => n + 1);
            if (labelled.Label == NextStep.HonourNo && step == labelled.Label)
                read.AddOrUpdate("honoured", 1, (_, n) => n + 1);

            var kind = _coach.Get<NoKinds>().Of(labelled.Label, labelled.Reason);
            await rep.CorrectsAsync(kind.Id);
            CheckWords(labelled.Label, rep);
            await rep.Taps("Another way");
            CheckWords(labelled.Label, rep);
            await rep.GoesOnFromTheWordsAsync();
            await rep.Taps(rep.Buttons[0]);
            var commitments = rep.Buttons;
            await rep.Taps(commitments[0]);
            rep.Hears("debrief.recap.ask");
            Assert.Contains(kind.Kind, rep.Heard, StringComparison.Ordinal);
            Assert.DoesNotContain(_coach.Phrases.Say("conversation.error"), rep.Transcript);
            if (labelled.Label is NextStep.HonourNo or NextStep.BackOff)
            {
                Assert.Equal(["New debrief"], rep.Buttons);
                Assert.All(commitments, c => Assert.DoesNotMatch(Reaching(), c));
                (await rep.Says("they answered")).Hears("debrief.goes-on.closed-for-good");
            }
        });

        var honoured = cases.Count(c => c.Label == NextStep.HonourNo);
        output.WriteLine($"next steps right: {read["right"]} of {cases.Count} ({100.0 * read["right"] / cases.Count:f1}%)");
        output.WriteLine($"requests for no contact heard: {read["honoured"]} of {honoured} ({100.0 * read["honoured"] / honoured:f1}%)");
        Assert.InRange((double)read["right"] / cases.Count, 0.6, 1);
        Assert.InRange((double)read["honoured"] / honoured, 0.9, 1);
    }

    private static void CheckWords(NextStep step, Chat rep)
    {
        var words = string.Join('\n', rep.Lines);
        if (step is NextStep.HonourNo or NextStep.BackOff)
            Assert.DoesNotMatch(Reaching(), words);
        else if (step == NextStep.CloseGracefully)
            Assert.Equal(1, words.Count(c => c == '?'));
    }

    private static async Task TellAsync(Chat rep, NoCase no)
    {
        await rep.Says("debrief");
        await rep.Says(no.Offer);
        await rep.Says("skip");
        await rep.Taps(Channels[no.Channel]);
        await rep.IsAsked("said").Says(no.Said.Length == 0 ? "nothing" : no.Said);
        await rep.IsAsked("body").Says(no.Body.Length == 0 ? "skip" : no.Body);
        await rep.IsAsked("reply").Says("skip");
        await rep.IsAsked("noes").Says(no.Noes.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await rep.IsAsked("why-asked").Taps(no.AskedWhy ? "Yes" : "No");
        if (no.AskedWhy)
            await rep.IsAsked("why").Says(no.Why.Length == 0 ? "skip" : no.Why);
        await rep.IsAsked("worth").Taps(no.TimeWorthIt ? "Yes" : "No");
        await rep.IsAsked("guess").Says("skip");
    }

    // What the reader makes of it before a doubt is settled is not on the card, so the reader is asked as the debrief asks it.
    private async Task<NextStep> ReadingAsync(Chat rep)
    {
        await rep.SettlesDoubtAsync();
        var kind = Chat.TextsOf(rep.Card).First();
        return _coach.Get<NoKinds>().All.First(k => k.Kind == kind).Step;
    }

    [GeneratedRegex(@"\?|\b(let me know|if you|call|ring|reach|check in|touch|follow[ -]?up|contact|remind|welcome|whenever|any ?time|tomorrow|next (week|month|year)|until|later)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reaching();
}
