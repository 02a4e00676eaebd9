using System.Text;

namespace CoachBot.Scripts;

internal static class Sentences
{
    // Slots at the start of a sentence are left out or begin small: the first letter of each sentence is written large.
    public static string Capitalise(string text)
    {
        var result = new StringBuilder(text.Trim());
        var begins = true;
        for (var i = 0; i < result.Length; i++)
        {
            if (begins && char.IsLetter(result[i]))
                result[i] = char.ToUpperInvariant(result[i]);
            begins = (begins && !char.IsLetterOrDigit(result[i]) && result[i] != Slots.BlankOpens)
                || (char.IsWhiteSpace(result[i]) && i > 0 && result[i - 1] is '.' or '?' or '!');
        }

        return result.ToString();
    }
}
