using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Storage.Tables;

/// <summary>An activity of somebody who had everything deleted, by its hash: when the channel delivers it once more, nothing begins anew.</summary>
public sealed class ForgottenRow
{
    public required string Hash { get; init; }

    public DateTimeOffset Until { get; init; }

    /// <summary>For the activity's own id, or for the press on a card that it carried.</summary>
    public static string HashOf(string conversation, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{id}")));
}
