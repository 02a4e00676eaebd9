using System.Net;
using CoachBot.MyData;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Debrief;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.MyData;

/// <summary>What a person takes along by "export my data".</summary>
public sealed class What_a_person_takes_along : IAsyncDisposable
{
    private static readonly ANo TooDear = new("It's just too expensive for us.");
    private static readonly ANo Quiet = new("Please don't contact me again.");

    private DataHouse _house = null!;

    [Fact]
    public async Task Is_behind_a_link_for_a_quarter_of_an_hour_and_behind_nothing_else()
    {
        _house = await DataHouse.OpenAsync();
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.SaysAsync("debrief", "xylofern plan", "export my data");
        var link = _house.LastLink;

        Assert.StartsWith("http://localhost/my-data#", link, StringComparison.Ordinal);
        Assert.Contains("xylofern", (await _house.FetchAsync(link, "coach.json")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('#')[1], await _house.DumpAsync(), StringComparison.Ordinal);
        foreach (var (token, name) in new[] { (link, "other.json"), (link, "%2e%2e/appsettings.json"), (link + "x", "coach.json"), ("#", "coach.json") })
            Assert.Equal(HttpStatusCode.NotFound, (await _house.FetchAsync(token, name)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _house.Host.CreateClient().GetAsync("/my-data/anything", TestContext.Current.CancellationToken)).StatusCode);

        await rep.SaysAsync("export my data");
        Assert.Equal(HttpStatusCode.NotFound, (await _house.FetchAsync(link, "coach.json")).Status);
        _house.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, (await _house.FetchAsync(_house.LastLink, "coach.json")).Status);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await _house.FetchAsync(_house.LastLink, "coach.json")).Status);
    }

    [Fact]
    public async Task Is_kept_by_no_browser_and_shown_to_nobody_else()
    {
        _house = await DataHouse.OpenAsync(settings: ("PublicUrl", "https://coach.example.com/bot"));
        await _house.Rep(AStory.Rep, "conv-zorblatt").SaysAsync("export my data");
        Assert.StartsWith("https://coach.example.com/bot/my-data#", _house.LastLink, StringComparison.Ordinal);

        var page = await _house.Host.CreateClient().GetAsync("/my-data", TestContext.Current.CancellationToken);

        Assert.Contains(_house.Say(MyDataWords.PageAll), await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("default-src 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_formula_in_a_spreadsheet_and_breaks_no_row()
    {
        _house = await DataHouse.OpenAsync();
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.TellsAsync(TooDear with { Offer = "=HYPERLINK(\"http://x\";\"y\"), cheap", Customer = "@SUM(A1)" });
        await rep.SaysAsync("that fits", "go on", "skip", "-2+3 \"calls\"");
        await rep.SaysAsync("export my data");

        var (_, debriefs) = await _house.FetchAsync(_house.LastLink, "debriefs.csv");
        var (_, customers) = await _house.FetchAsync(_house.LastLink, "customers.csv");

        Assert.StartsWith("\uFEFFnumber,customer,contact,", debriefs, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", debriefs, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(A1),", debriefs, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\"), cheap\"", debriefs, StringComparison.Ordinal);
        Assert.Contains("\"'-2+3 \"\"calls\"\"\"", debriefs, StringComparison.Ordinal);
        Assert.Contains("\r\n'@SUM(A1),", customers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna", "Anna")]
    [InlineData("", "")]
    [InlineData("2-1", "2-1")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u00a0\u200b=1", "'\u00a0\u200b=1")]
    [InlineData("\uff1d1", "'\uff1d1")]
    [InlineData("\uff0b1", "'\uff0b1")]
    [InlineData("\uff0d1", "'\uff0d1")]
    [InlineData("\uff201", "'\uff201")]
    [InlineData("\u22121", "'\u22121")]
    [InlineData("ok; =1", "ok;' =1")]
    [InlineData("ok\n=1", "ok\n'=1")]
    [InlineData("ok; fine", "ok; fine")]
    public void Is_a_text_in_every_cell(string text, string cell) => Assert.Equal(cell, SafeCell.Of(text));

    [Fact]
    public async Task Proposes_nowhere_to_contact_a_customer_who_asked_for_quiet()
    {
        _house = await DataHouse.OpenAsync();
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.TellsAsync(TooDear with { Customer = "Quillabee" });
        await rep.SaysAsync("that fits", "go on", "skip", "call in september");
        await _house.Rep(AStory.Rep, "conv-yarrow").TellsAsync(Quiet with { Customer = "Quillabee" });
        await _house.Rep(AStory.Rep, "conv-yarrow").SaysAsync("that fits", "cancel");
        await _house.Host.AskAsync(async database =>
        {
            var person = (await database.People.FirstAsync()).Key;
            database.FollowUps.Add(new FollowUpRow { Person = person, Conversation = "x", Debrief = 1, Name = "QUILLABEE", Offer = "plan", Due = _house.Clock.GetUtcNow(), Agreed = "2026-04-01", Said = "in april", Planned = _house.Clock.GetUtcNow() });
            return await database.SaveChangesAsync();
        });

        await rep.SaysAsync("export my data");

        foreach (var name in (string[])["debriefs.csv", "customers.csv", "promises.csv", "follow-ups.csv"])
            Assert.Contains("asked for no contact", (await _house.FetchAsync(_house.LastLink, name)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("answer-once", (await _house.FetchAsync(_house.LastLink, "debriefs.csv")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("september", (await _house.FetchAsync(_house.LastLink, "debriefs.csv")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-04-01", (await _house.FetchAsync(_house.LastLink, "follow-ups.csv")).Text, StringComparison.Ordinal);
        Assert.Contains("\"mayBeContacted\": false", (await _house.FetchAsync(_house.LastLink, "coach.json")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_in_words_by_my_data()
    {
        _house = await DataHouse.OpenAsync();
        await AStory.TellAsync(_house);

        var told = await _house.Rep(AStory.Rep, "conv-zorblatt").AsksAsync("my data");

        foreach (var said in (string[])["One finished debrief, from 2 March 2026", "Quillabee", "On your promise list: Wozzlebert", "Europe/Vienna", "180 days", "2 years", "export my data", "delete my data", "still open", "today"])
            Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Olivander", told, StringComparison.Ordinal);
        Assert.DoesNotContain("{", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_in_no_line_of_the_log_at_any_level()
    {
        _house = await DataHouse.OpenAsync(logsFrom: LogLevel.Trace);
        await AStory.TellAsync(_house);
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.SaysAsync("my data", "export my data");
        var link = _house.LastLink;
        await _house.FetchAsync(link, "coach.json");
        await _house.FetchAsync(link, "debriefs.csv");
        await rep.SaysAsync("delete my data", "delete");
        await _house.ErasedAsync();

        var log = _house.Host.Log.Text;
        Assert.True(log.Length > 10_000);
        Assert.All([.. AStory.Words, link.Split('#')[1]], word => Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase));
    }

    public ValueTask DisposeAsync() => _house?.DisposeAsync() ?? ValueTask.CompletedTask;
}
