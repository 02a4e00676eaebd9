using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Promises;

/// <summary>
/// Promises beside the database, in a file that is only added to: after an older backup was put back, those made since
/// are not lost. It holds hashes, no names.
/// </summary>
public sealed class PromiseLog(StoragePlace place)
{
    private const string Made = "made", Lifted = "lifted";

    private readonly Lock _lock = new();

    private string OwnFile => Path.Combine(place.Folder, $"promises.{Environment.MachineName}.log");

    /// <summary>How a person is named where their name must not be.</summary>
    public static string HashOf(string person) => "#" + Hash(person);

    /// <summary>How a customer of a person is named where the name must not be.</summary>
    public static string HashOf(string person, string customer) => "#" + Hash($"{person}\n{customer}");

    /// <exception cref="IOException">It cannot be written, so the promise cannot be given.</exception>
    public void Write(string person, string customer, PromiseEvent what, DateTimeOffset at)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{at:O} {(what == PromiseEvent.Lifted ? Lifted : Made)} {HashOf(person)} {HashOf(person, customer)}\n");
        lock (_lock)
        {
            using var file = OwnFiles.Open(OwnFile, new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite });
            file.Write(Encoding.UTF8.GetBytes(line));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Puts back what stands in the files and not in the database; nothing is ever lifted by it.</summary>
    /// <returns>How many were put back.</returns>
    public async Task<int> PutBackAsync(CoachDatabase database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var last = new Dictionary<(string Person, string Customer), (DateTimeOffset At, bool Stands)>();
        foreach (var (at, stands, person, customer) in Directory.EnumerateFiles(place.Folder, "promises.*.log").SelectMany(Read))
        {
            if (!last.TryGetValue((person, customer), out var known) || known.At <= at)
                last[(person, customer)] = (at, stands);
        }

        if (last.Count == 0)
            return 0;
        var there = (await database.Promises.AsNoTracking().ToListAsync(cancellationToken))
            .Select(p => p.Person.StartsWith('#') ? (p.Person, p.Customer, p.Made, p.Lifted) : (Person: HashOf(p.Person), Customer: HashOf(p.Person, p.Customer), p.Made, p.Lifted)).ToList();
        var missing = last.Where(l => l.Value.Stands && !there.Exists(t => (t.Person, t.Customer) == l.Key && (t.Lifted is null || t.Lifted >= l.Value.At))).ToList();
        foreach (var ((person, customer), (at, _)) in missing)
        {
            database.Promises.Add(new PromiseRow { Person = person, Customer = customer, Name = "", Made = at });
            database.PromiseEvents.Add(new PromiseEventRow { Person = person, Customer = customer, What = PromiseEvent.PutBack, At = at });
        }

        await database.SaveChangesAsync(cancellationToken);
        return missing.Count;
    }

    private static IEnumerable<(DateTimeOffset At, bool Stands, string Person, string Customer)> Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            // The last line may be cut off by a crash.
            if (line.Split(' ') is [var at, var what, ['#', ..] person, { Length: 33 } customer] && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var time))
                yield return (time, what == Made, person, customer);
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
