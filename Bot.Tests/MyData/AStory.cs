using CoachBot.FollowUps.Promises;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Debrief;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.MyData;

/// <summary>A rep of whom something stands in every place there is, each with a word that stands nowhere else.</summary>
internal static class AStory
{
    public const string Rep = "29:kwisatz-rep", Other = "29:other-rep";

    /// <summary>What may be found nowhere once everything is deleted.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "kwisatz", "quastelmann", "conv-zorblatt", "conv-plimsoll", "conv-yarrow",
        "xylofern", "quillabee", "vorplefinch", "grumbleworth", "brambletuck", "wozzlebert", "lumpkinder", "zangledore", "quibblemere", "snorvelplum", "trunkelday", "finglethorp",
    ];

    /// <summary>What is another rep's.</summary>
    public static IReadOnlyList<string> OthersWords { get; } = ["other-rep", "olivander", "teapotplan"];

    /// <summary>The rep as their rows name them.</summary>
    public static readonly string KeyOfRep = "msteams/tenant/" + Rep;

    private static readonly ANo Quiet = new("Please don't contact me again.");

    public static async Task TellAsync(DataHouse house)
    {
        var rep = house.Rep(Rep, "conv-zorblatt");
        await rep.SaysAsync("The vorplefinch people told me no.");
        await rep.SaysAsync([.. new ANo("Not now, please ask me again in September.") { Offer = "xylofern plan", Customer = "Quillabee", Reply = "I said grumbleworth" }.Answers().Select(a => a.Answer)]);
        await rep.SaysAsync("no, it was the price", "go on", "skip", "brambletuck");

        var elsewhere = house.Rep(Rep, "conv-plimsoll");
        await elsewhere.TellsAsync(Quiet with { Customer = "Wozzlebert" });
        await elsewhere.SaysAsync("that fits", "cancel");

        var third = house.Rep(Rep, "conv-yarrow");
        await third.TellsAsync(Quiet with { Customer = "Lumpkinder" });
        await third.SaysAsync("that fits", "cancel", "they came back", "Lumpkinder", "zangledore is fine now, do call", "today", "start over", "quibblemere offer", "cancel");

        await new DataRep(house, Rep, "19:group") { Type = "channel" }.SaysAsync("hello there");

        var other = house.Rep(Other, "conv-of-the-other");
        await other.TellsAsync(Quiet with { Customer = "Olivander", Offer = "teapotplan" });
        await other.SaysAsync("that fits");
        await InsertAsync(house);
    }

    private static Task<int> InsertAsync(DataHouse house) => house.Host.AskAsync(async database =>
    {
        var (key, at) = (KeyOfRep, house.Clock.GetUtcNow());
        database.Feedback.Add(new FeedbackRow { Person = key, Liked = true, Text = "snorvelplum", At = at });
        database.FollowUps.Add(new FollowUpRow { Person = key, Conversation = "msteams/tenant/conv-zorblatt", Debrief = 1, Name = "Quillabee", Offer = "xylofern plan", Due = at.AddDays(30), Agreed = "2026-04-01", Said = "on trunkelday", Planned = at, Outcome = "finglethorp", Status = FollowUpStatus.Done, Ended = at });
        return await database.SaveChangesAsync();
    });

    /// <summary>What stands for a promise once everything else is deleted.</summary>
    public static Task<List<PromiseRow>> SealedPromisesAsync(DataHouse house) => house.Host.AskAsync(async database =>
    {
        var hash = PromiseLog.HashOf(KeyOfRep);
        return await database.Promises.Where(p => p.Person == hash).ToListAsync();
    });

    /// <summary>Fills the tables with the rows of many, this rep's among them, written, rewritten and deleted in no order.</summary>
    public static Task<int> CrowdAsync(DataHouse house, int seed) => house.Host.AskAsync(async database =>
    {
        var (random, at) = (new Random(seed), house.Clock.GetUtcNow());
        for (var round = 0; round < 60; round++)
        {
            for (var n = 0; n < 60; n++)
            {
                var who = random.Next(40);
                var (key, word) = who == 0 ? (KeyOfRep, "grumbleworth ") : ($"msteams/tenant/29:crowd-{who}", $"noise-{who} ");
                database.Feedback.Add(new FeedbackRow { Person = key, Text = Many(word, random), At = at });
                database.Customers.Add(new CustomerRow { Person = key, Key = $"{word}{random.NextInt64()}", Name = Many(word, random), FirstSeen = at });
                database.State.Add(new StoredState { Key = $"person/msteams/tenant/{random.NextInt64()}/{key[(key.LastIndexOf('/') + 1)..]}", Value = $$"""{"notes":"{{Many(word, random)}}"}""", Version = 1 });
            }

            await database.SaveChangesAsync();
            foreach (var drawer in await database.State.Where(s => s.Version == 1).OrderBy(s => s.Key).Skip(random.Next(60)).Take(20).ToListAsync())
                (drawer.Value, drawer.Version) = ($$"""{"notes":"{{Many(drawer.Key.Contains(Rep, StringComparison.Ordinal) ? "vorplefinch " : "more noise ", random)}}"}""", 2);
            database.Feedback.RemoveRange(await database.Feedback.Where(f => !f.Person.Contains(Rep)).OrderBy(f => f.Text).Take(20).ToListAsync());
            await database.SaveChangesAsync();
            database.ChangeTracker.Clear();
        }

        return 0;
    });

    private static string Many(string word, Random random) => string.Concat(Enumerable.Repeat(word, random.Next(1, 200)));
}
