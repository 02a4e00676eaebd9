using System.Globalization;
using CoachBot.Conversation;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.MyData;

/// <summary>A person's records as tables for a spreadsheet (RFC 4180, UTF-8 with its mark). Where a customer may not be contacted, nothing in their row proposes it.</summary>
internal sealed class PersonTables(ContactGate gate, Phrases phrases)
{
    private static readonly CsvWriterOptions Rfc4180 = new() { NewLine = "\r\n", WriteByteOrderMark = true };

    public async Task<byte[]> DebriefsAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var (names, quiet) = await CustomersAsync(database, person, cancellationToken);
        var debriefs = await database.Debriefs.AsNoTracking().Include(d => d.Readings).Where(d => d.Person == person.Text).OrderBy(d => d.Opened).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        List<string?[]> rows = [["number", "customer", "contact", "offer", "where", "noes", "won", "opened", "closed", "round", "next step", "reason", "sure", "corrected to", "corrected reason", "my guess", "my one thing", "how it went"]];
        foreach (var debrief in debriefs)
        {
            var word = debrief.Customer is { } key ? quiet.GetValueOrDefault(key, "") : "";
            string?[] told = [Text(debrief.Number), debrief.Customer is { } customer ? names.GetValueOrDefault(customer, customer) : "", word, debrief.Offer, debrief.Channel, Text(debrief.Noes), debrief.Won ? "yes" : "no", Text(debrief.Opened), Text(debrief.Closed)];
            if (debrief.Readings.Count == 0)
                rows.Add([.. told, "", Quietly(debrief.Step, word), Quietly(debrief.Reason, word), "", "", "", "", "", ""]);
            foreach (var reading in debrief.Readings.OrderBy(r => r.Round))
            {
                rows.Add([.. told, Text(reading.Round + 1), Quietly(reading.Step, word), Quietly(reading.Reason, word), reading.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
                    Quietly(reading.CorrectedStep, word), Quietly(reading.CorrectedReason, word), reading.Guess, Quietly(reading.Commitment, word), reading.Outcome]);
            }
        }

        return Table(rows);
    }

    public async Task<byte[]> NamesAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var (_, quiet) = await CustomersAsync(database, person, cancellationToken);
        var customers = await database.Customers.AsNoTracking().Where(c => c.Person == person.Text).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return Table([["customer", "contact", "first named"], .. customers.Select(c => new[] { c.Name, quiet.GetValueOrDefault(c.Key, ""), Text(c.FirstSeen) })]);
    }

    public async Task<byte[]> PromisesAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var (key, hash) = (person.Text, PromiseLog.HashOf(person.Text));
        var promises = await database.Promises.AsNoTracking().Where(p => p.Person == key || p.Person == hash).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return Table([["customer", "contact", "promised", "lifted", "came back on", "their words"],
            .. promises.Select(p => new[] { p.Name.Length > 0 ? p.Name : p.Customer, p.Lifted is null ? phrases.Say(MyDataWords.AskedForQuiet) : "", Text(p.Made), Text(p.Lifted), p.LiftedOn, p.LiftedBy })]);
    }

    public async Task<byte[]> FollowUpsAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var followUps = await database.FollowUps.AsNoTracking().Where(f => f.Person == person.Text).OrderBy(f => f.Due).ThenBy(f => f.Id).ToListAsync(cancellationToken);
        List<string?[]> rows = [["customer", "contact", "offer", "kind", "status", "date", "in my words", "reminder", "planned", "outcome", "ended"]];
        foreach (var f in followUps)
        {
            var word = await WordAsync(database, person, f.Name, cancellationToken);
            rows.Add([f.Name, word, f.Offer, word.Length > 0 ? "" : f.Kind.ToString(), word.Length > 0 ? "" : f.Status.ToString(), Quietly(f.Agreed, word), Quietly(f.Said, word), Quietly(Text(f.Due), word), Text(f.Planned), f.Outcome, Text(f.Ended)]);
        }

        return Table(rows);
    }

    private async Task<(Dictionary<string, string> Names, Dictionary<string, string> Quiet)> CustomersAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var names = await database.Customers.AsNoTracking().Where(c => c.Person == person.Text).ToDictionaryAsync(c => c.Key, c => c.Name, cancellationToken);
        var quiet = new Dictionary<string, string>();
        foreach (var (key, name) in names)
            quiet[key] = await WordAsync(database, person, name, cancellationToken);
        return (names, quiet);
    }

    // What stands where the table would propose contact; empty where nothing speaks against it. A list that cannot be read speaks against all.
    private async Task<string> WordAsync(CoachDatabase database, PersonKey person, string customer, CancellationToken cancellationToken) =>
        (await gate.CheckAsync(database, person.Text, customer, cancellationToken)).Verdict switch
        {
            ContactVerdict.Open => "",
            ContactVerdict.Promised => phrases.Say(MyDataWords.AskedForQuiet),
            _ => phrases.Say(MyDataWords.MayHaveAskedForQuiet),
        };

    private static string? Quietly(string? text, string word) => word.Length > 0 ? "" : text;

    private static byte[] Table(IEnumerable<string?[]> rows)
    {
        var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Rfc4180, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(SafeCell.Of(cell));
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
