using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

/// <summary>Every wording in every tone, for every reason and circumstance.</summary>
public sealed partial class Every_wording
{
    // The method's moves in order; those in brackets are made only when they are true.
    private static readonly Dictionary<NextStep, string> Order = new()
    {
        [NextStep.AskWhy] = "(acknowledge) accept ask room",
        [NextStep.AnswerOnce] = "(acknowledge) hear answer (check) yours",
        [NextStep.Nurture] = "(acknowledge) accept date how between (return)",
        [NextStep.CheckFollowUp] = "(acknowledge) care most-glad no-leverage watch off-the-list",
        [NextStep.HonourNo] = "(acknowledge) thank take-off keep (deliver)",
        [NextStep.CloseGracefully] = "(acknowledge) (chance) (listen) take welcome end",
        [NextStep.SupportChoice] = "(acknowledge) accept benefit serve (keep-date)",
        [NextStep.BackOff] = "stop own leave",
    };

    public static TheoryData<NextStep> Steps => [.. NextSteps.All];

    [Theory, MemberData(nameof(Steps))]
    public void Makes_the_moves_in_the_methods_order(NextStep step)
    {
        var order = Regex.Replace(Order[step], @"\((\S+)\) ?", "($1 )?").Replace("(greeting )?", "", StringComparison.Ordinal);
        var pattern = new Regex("^" + Regex.Replace(order, @"(?<![(\w-])([a-z-]+)( |$)", "$1 ") + "$");
        Assert.All(Everything(step), s =>
            Assert.Matches(pattern, string.Concat(s.Script.Lines.Where(l => l.Move != ScriptLine.Greeting).Select(l => l.Move + ' '))));
    }

    [Theory, MemberData(nameof(Steps))]
    public void Is_one_of_three_or_more_and_says_what_it_follows_and_why(NextStep step)
    {
        Assert.All(TheScripts.EveryRequest(step), r => Assert.InRange(TheScripts.Book.Find(r).Select(s => s.Words).Distinct().Count(), 3, 10));
        Assert.All(Everything(step), s =>
        {
            Assert.All(s.Script.Follows, key => Assert.NotEmpty(TheScripts.Book.Articles[key]));
            Assert.NotEmpty(s.Script.Follows);
            Assert.All([s.Script.Title, s.Script.Why, s.Script.Coach], Assert.NotEmpty);
        });
    }

    [Theory, MemberData(nameof(Steps))]
    public void Keeps_its_id_and_place_in_every_tone(NextStep step)
    {
        foreach (var medium in Enum.GetValues<Medium>())
        {
            var ids = Enum.GetValues<Tone>().Select(t => TheScripts.Book.Find(new(step, Reason.NoneGiven, medium, t)).Select(s => s.Id));
            Assert.All(ids, i => Assert.Equal(ids.First(), i));
        }
    }

    [Theory, MemberData(nameof(Steps))]
    public void Reads_as_sentences_whatever_is_unknown(NextStep step) => Assert.All(Everything(step), s =>
    {
        var text = s.All;
        Assert.DoesNotMatch(@"[\[\]{}|]|  | [,.?]|,,|,\.|\.\.|^[,.]|(^|[.?] |\n)[a-z]", text);
        Assert.DoesNotMatch(@"(?<!(thing|part|point|price|budget) (about|of|for) the annual )maintenance plan (is|isn't|was|has|does|doesn't|costs)\b|\b(is|does|has|was) the annual", text);
        Assert.All(s.Script.Lines.Where(l => l.Spoken && l.Move != ScriptLine.Greeting), l => Assert.Matches(@"[.?]$", l.Text));
        Assert.Equal(s.Request.Customer.Length > 0 && s.Request.Medium == Medium.Message, s.Script.Medium == Medium.Message && text.Contains("Anna", StringComparison.Ordinal));
    });

    [Theory, MemberData(nameof(Steps))]
    public void Presses_nobody_and_promises_nothing_that_nobody_offered(NextStep step) =>
        Assert.All(Everything(step), s => Assert.DoesNotMatch(Pressing(), s.All));

    [Theory, MemberData(nameof(Steps))]
    public void Is_brief_and_the_shorter_one_is_really_shorter(NextStep step)
    {
        foreach (var medium in Enum.GetValues<Medium>())
        {
            var plain = TheScripts.EveryCircumstance(step, medium, Tone.Base).ToList();
            Assert.All(plain, request =>
            {
                var spare = request.Argued ? 18 : 0;
                var most = medium == Medium.Speaking ? 60 : 80;
                var shorter = TheScripts.Book.Find(request with { Tone = Tone.Shorter });
                var warmer = TheScripts.Book.Find(request with { Tone = Tone.Warmer });
                foreach (var (place, script) in TheScripts.Book.Find(request).Index())
                {
                    var words = TheScripts.Words(script.Words + ' ' + script.HeldWords);
                    Assert.InRange(words, 8, most + spare);
                    Assert.InRange(TheScripts.Words(shorter[place].Words + ' ' + shorter[place].HeldWords), 4, words * 0.6);
                    Assert.InRange(TheScripts.Words(warmer[place].Words + ' ' + warmer[place].HeldWords), 8, most + spare + 20);
                }
            });
        }
    }

    [Theory]
    [InlineData(NextStep.HonourNo)]
    [InlineData(NextStep.BackOff)]
    public void Asks_offers_and_schedules_nothing_after_a_request_for_silence_or_anger(NextStep step) =>
        Assert.All(Everything(step), s => Assert.DoesNotMatch(Reaching(), s.All));

    [Fact]
    public void Of_a_close_holds_one_last_chance_which_is_not_given_twice() => Assert.All(Everything(NextStep.CloseGracefully), s =>
    {
        Assert.Equal(s.Request.ChanceSpent ? 0 : 1, s.All.Count(c => c == '?'));
        Assert.DoesNotMatch(@"(?i)\b(I'll|I will|let me) (call|ring|phone|write|check|come|try|remind|follow|be in touch)\b|\b(tomorrow|next (week|month|year)|diary|date)\b", s.All);
    });

    [Fact]
    public void Of_asking_why_holds_one_open_question_with_room_for_timing_cost_and_an_unclear_one() => Assert.All(Everything(NextStep.AskWhy), s =>
    {
        Assert.Equal(1, s.All.Count(c => c == '?'));
        Assert.Matches(@"(?i)\b(what|what's)\b[^.]*\?", Line(s.Script, "ask"));
        var room = Line(s.Script, "room");
        Assert.Matches(@"(?i)\b(timing|time|moment|when)\b", room);
        Assert.Matches(@"(?i)\b(cost|costs|money|price|pay|much)\b", room);
        Assert.Matches(@"(?i)\b(question|clear|unclear|explain|explained|asked|ask|follow)\b", room);
    });

    [Fact]
    public void Of_an_answer_asks_at_most_once_and_leaves_the_fact_to_the_rep() => Assert.All(Everything(NextStep.AnswerOnce), s =>
    {
        Assert.InRange(s.All.Count(c => c == '?'), 0, 1);
        Assert.True(s.Script.HasBlanks);
        Assert.Matches("‹[^›]+›", Line(s.Script, "answer"));
    });

    [Fact]
    public void Of_a_follow_up_check_stops_before_the_question_about_the_list() => Assert.All(Everything(NextStep.CheckFollowUp), s =>
    {
        Assert.DoesNotContain("?", s.Script.Words, StringComparison.Ordinal);
        Assert.Equal(1, s.Script.HeldWords.Count(c => c == '?'));
        Assert.Contains("list", s.Script.HeldWords, StringComparison.Ordinal);
        Assert.False(s.Script.Lines.Single(l => l.Move == "watch").Spoken);
    });

    [Fact]
    public void Of_a_later_date_asks_for_the_date_only_when_it_is_not_known_and_always_for_the_way() => Assert.All(Everything(NextStep.Nurture), s =>
    {
        Assert.Equal(!s.Request.DateKnown, Line(s.Script, "date").Contains('?', StringComparison.Ordinal));
        Assert.Matches(@"(?i)\b(use|useful|help|helps|worth|want|glad|thank me|something in it)\b", Line(s.Script, "between"));
    });

    [Fact]
    public void Of_backing_a_choice_names_a_benefit_or_asks_and_never_comes_back_to_the_offer() => Assert.All(Everything(NextStep.SupportChoice), s =>
    {
        Assert.Matches(@"\?|‹[^›]+›", Line(s.Script, "benefit"));
        Assert.DoesNotMatch(@"(?i)maintenance plan|what I suggested|\b(but|although|though|still)\b", s.All);
        Assert.Equal(s.Request.DateKnown, s.All.Contains("date", StringComparison.Ordinal));
    });

    [Theory, MemberData(nameof(Steps))]
    public void Owns_an_argument_once_and_only_when_there_was_one(NextStep step) => Assert.All(Everything(step), s =>
        Assert.Equal(s.Request.Argued && step != NextStep.BackOff ? 1 : 0, s.Script.Lines.Count(l => l.Move == "acknowledge")));

    [Fact]
    public void Keeps_the_promise_in_every_known_case() => Assert.All(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "dev.jsonl")), line =>
    {
        using var json = JsonDocument.Parse(line);
        var label = json.RootElement;
        Assert.True(NextSteps.TryParse(label.GetProperty("next_step").GetString(), out var step));
        Assert.True(Reasons.TryParse(label.GetProperty("reason").GetString(), out var reason));
        var told = NoCase.Parse(line);
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var request = new ScriptRequest(step, reason, told.Channel == ContactChannel.Message ? Medium.Message : Medium.Speaking, tone) { Offer = told.Offer, WhyAsked = told.AskedWhy };
            var scripts = TheScripts.Book.Find(request);
            Assert.All(scripts, s => Assert.Equal(step == NextStep.CloseGracefully ? 1 : 0, step is NextStep.CloseGracefully or NextStep.HonourNo or NextStep.BackOff ? s.Words.Count(c => c == '?') : 0));
            if (step is NextStep.HonourNo or NextStep.BackOff)
                Assert.All(scripts, s => Assert.DoesNotMatch(Reaching(), s.Words));
        }
    });

    private static string Line(Script script, string move) => script.Lines.Single(l => l.Move == move).Text;

    private static readonly ConcurrentDictionary<NextStep, IReadOnlyList<Said>> Spoken = [];

    // Requests that come to the same words count once.
    private static IReadOnlyList<Said> Everything(NextStep step) => Spoken.GetOrAdd(step, s =>
        [.. TheScripts.EveryRequest(s).SelectMany(r => TheScripts.Book.Find(r).Select(script => new Said(r, script)))
            .DistinctBy(said => (said.All, said.Request.Argued, said.Request.DateKnown, said.Request.ChanceSpent))]);

    private sealed record Said(ScriptRequest Request, Script Script)
    {
        public string All { get; } = Script.HeldWords.Length == 0 ? Script.Words : Script.Words + '\n' + Script.HeldWords;

        public override string ToString() => $"{Script.Id}.{Request.Tone} ({Request.Reason}): {All}";
    }

    [GeneratedRegex(@"!|%|\b(just|circle back|touch base|no worries|reach out|discount\w*|special|limited|hurry up|guarantee\w*|regret|wrong (choice|decision)|mistake you|per ?cent|nine in ten|nine out of ten|third)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pressing();

    [GeneratedRegex(@"\?|\b(let me know|if you|call|ring|reach|check in|touch|follow[ -]?up|contact|remind|welcome|whenever|any ?time|tomorrow|next|until|later|suggested|plan)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reaching();
}
