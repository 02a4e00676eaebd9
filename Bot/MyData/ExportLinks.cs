using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CoachBot.Channels;
using CoachBot.Channels.LocalChat;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoachBot.MyData;

/// <summary>The links by which people take their data along. One counts for each person at a time, for 15 minutes; the database knows it by its hash.</summary>
internal sealed class ExportLinks(IOptions<ChannelSettings> settings, Access access, BotEndpoint here, DatabaseClock clock)
{
    public const string Page = "/my-data";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>Where a browser reaches this program; null where the operator has not said so, and it is not this machine alone.</summary>
    public string? Address => settings.Value.PublicUrl is { Length: > 0 } set ? set.TrimEnd('/')
        : access.LoopbackOnly ? here.Address.GetLeftPart(UriPartial.Authority)
        : null;

    /// <summary>A new link, written with the turn; those from before count no longer.</summary>
    /// <exception cref="InvalidOperationException">There is no <see cref="Address"/>.</exception>
    public async Task<string> MakeAsync(TurnWork work, string person, CancellationToken cancellationToken)
    {
        var address = Address ?? throw new InvalidOperationException("There is no address that a link could name.");
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        work.Database.ExportLinks.RemoveRange(await work.Database.ExportLinks.Where(l => l.Person == person).ToListAsync(cancellationToken));
        work.Database.ExportLinks.Add(new ExportLinkRow { Hash = HashOf(token), Person = person, Expires = clock.Now + Lasts });
        // Behind '#', where no server on the way and no log sees it: the page itself hands it over.
        return $"{address}{Page}#{token}";
    }

    /// <summary>Whose link it is; null where it counts no longer, or never did.</summary>
    public async Task<PersonKey?> FindAsync(CoachDatabase database, string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(token), clock.Now);
        return await database.ExportLinks.Where(l => l.Hash == hash && l.Expires > now).Select(l => l.Person).FirstOrDefaultAsync(cancellationToken) is { } person ? new PersonKey(person) : null;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
