using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder;

public static class StringUtils
{
    private const string Dots = "...";

    /// <summary>The beginning of a text, with three dots where something is left out.</summary>
    public static string Ellipsis(string text, int length) => text?.Length > length ? text[..length] + Dots : text;

    public static StringBuilder Ellipsis(StringBuilder sb, int length)
    {
        ArgumentNullException.ThrowIfNull(sb);
        return sb.Length > length ? Shorten(sb, length) : sb;
    }

    /// <summary>The same, but two different texts stay different: what is left out is followed by the whole text's hash.</summary>
    public static string EllipsisHash(string text, int length) => text?.Length > length ? Ellipsis(text, length) + Hash(text) : text;

    public static StringBuilder EllipsisHash(StringBuilder sb, int length)
    {
        ArgumentNullException.ThrowIfNull(sb);
        if (sb.Length <= length)
        {
            return sb;
        }

        var hash = Hash(sb.ToString());
        return Shorten(sb, length).Append(hash);
    }

    /// <summary>SHA-256 of the text's UTF-8 bytes, in base 64.</summary>
    public static string Hash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static StringBuilder Shorten(StringBuilder sb, int length)
    {
        sb.Length = length;
        return sb.Append(Dots);
    }
}
