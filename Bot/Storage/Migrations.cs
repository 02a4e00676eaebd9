using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Storage;

/// <summary>Brings a database up to this program's tables by the numbered files of Migrations/, in order, each once.</summary>
internal static partial class Migrations
{
    /// <exception cref="IOException">The database was written by a newer program.</exception>
    public static async Task ApplyAsync(CoachDatabase database, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await engine.LockForMigrationAsync(database, cancellationToken);
        await database.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)", cancellationToken);
        var applied = await database.Database.SqlQuery<int>($"SELECT number AS \"Value\" FROM migrations").ToListAsync(cancellationToken);
        var all = Of(engine).ToList();
        if (applied.Except(all.Select(m => m.Number)).Any())
            throw new IOException("The database was written by a newer version of the program. Start that one, or put back a copy from before.");
        foreach (var migration in all.ExceptBy(applied, m => m.Number))
        {
            await database.Database.ExecuteSqlRawAsync(migration.Sql, cancellationToken);
            await database.Database.ExecuteSqlAsync($"INSERT INTO migrations (number, name) VALUES ({migration.Number}, {migration.Name})", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public static IEnumerable<Migration> Of(DatabaseEngine engine) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Select(name => FileName().Match(name)).Where(m => m.Success && m.Groups["engine"].Value == engine.Name)
        .Select(m => new Migration(int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture), m.Groups["name"].Value, Text(m.Value)))
        .OrderBy(m => m.Number);

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^migrations/(?<engine>\w+)/(?<number>\d{4})-(?<name>[a-z-]+)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}

/// <summary>One step from the tables of one version to the next.</summary>
internal sealed record Migration(int Number, string Name, string Sql);
