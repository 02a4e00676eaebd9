namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Reads a yes or a no; the first that is said decides, and what is neither ("not sure") is passed over.</summary>
internal static class BooleanRecognizer
{
    private const int LongestPhrase = 4;
    private static readonly Dictionary<string, Dictionary<string, bool?>> Languages = new()
    {
        ["en"] = Table(
            "yes|y|yeah|yep|yup|sure|true|agree|agreed|correct|of course|definitely|absolutely|sounds good",
            "no|n|nope|nah|false|disagree|not ok|not okay|not really|not at all|not correct|not true|don t agree|no way|of course not|definitely not",
            "not sure|no idea|i don t know"),
        ["de"] = Table(
            "ja|j|jawohl|jo|jep|jup|klar|genau|stimmt|richtig|einverstanden|in ordnung|natürlich|sicher|gerne|wahr",
            "nein|n|nee|nö|ne|falsch|nicht ok|nicht okay|nicht einverstanden|nicht richtig|nicht wahr|stimmt nicht|auf keinen fall|natürlich nicht|sicher nicht",
            "nicht sicher|ich weiß nicht|weiß nicht"),
        ["fr"] = Table(
            "oui|o|ouais|ouaip|vrai|exact|exactement|d accord|bien sûr|certainement|tout à fait",
            "non|n|nan|faux|pas d accord|pas vrai|pas du tout|bien sûr que non|pas question",
            "pas sûr|pas sûre|je ne sais pas|je sais pas"),
        ["es"] = Table(
            "sí|s|claro|vale|cierto|verdadero|correcto|de acuerdo|por supuesto|claro que sí",
            "no|n|falso|incorrecto|no estoy de acuerdo|no es cierto|claro que no|por supuesto que no|para nada",
            "no sé|no lo sé|no estoy seguro|no estoy segura"),
        ["nl"] = Table("ja|j|jawel|zeker|klopt|waar|akkoord|goed|natuurlijk", "nee|neen|n|onwaar|niet akkoord|klopt niet|niet waar", "niet zeker|weet niet|weet ik niet"),
        ["it"] = Table("sì|s|certo|vero|esatto|giusto|d accordo|va bene", "no|n|falso|per niente|non è vero|non sono d accordo", "non so|non lo so"),
        ["pt"] = Table("sim|s|claro|certo|verdade|correto|de acordo|com certeza", "não|n|falso|de jeito nenhum|claro que não|não concordo", "não sei|não tenho certeza"),
        ["sv"] = Table("ja|j|japp|jo|jag håller med|visst", "nej|n|nä|nix|inte alls", "vet inte|inte säker"),
        ["tr"] = Table("evet|e|olur|tamam|doğru|tabii|elbette", "hayır|h|yok|olmaz|yanlış", "bilmiyorum|emin değilim"),
        ["bg"] = Table("да|д|добре|вярно|разбира се", "не|н|грешно", "не знам|не съм сигурен"),
        ["hi"] = Table("हां|हाँ|जी|जी हां|जी हाँ|ठीक है|सही", "नहीं|ना|जी नहीं|गलत", "पता नहीं"),
        ["ja"] = Table("はい|うん|ええ|そうです|了解|いいですよ", "いいえ|いや|いえ|違います|だめ", "わかりません"),
        ["ko"] = Table("예|네|응|그래|그래요|맞아요|좋아요", "아니|아니요|아니오|싫어요|틀려요", "모르겠어요"),
        ["zh"] = Table("是|是的|对|对的|好|好的|可以|同意|没问题", "不|不是|不对|否|不行|不同意|不可以", "不知道|不确定"),
    };

    /// <summary>Whether anything of the kind is said; the answer is null when that is neither yes nor no.</summary>
    internal static bool TryRecognize(string text, string locale, out bool? answer)
    {
        var words = Words.Of(text);
        var phrases = Languages.GetValueOrDefault(Words.LanguageOf(locale)) ?? Languages["en"];
        var isHeard = false;
        answer = null;
        for (var at = 0; at < words.Count && answer == null;)
        {
            var length = words.Longest(phrases, at, LongestPhrase, out var meaning);
            // A lone letter is an answer only when nothing else is said.
            var isStrayLetter = length == 1 && words[at].Length == 1 && char.IsAsciiLetter(words[at][0]) && words.Count > 1;
            if (length > 0 && !isStrayLetter)
                (isHeard, answer) = (true, meaning);
            at += Math.Max(length, 1);
        }

        return isHeard;
    }

    private static Dictionary<string, bool?> Table(string yes, string no, string neither)
    {
        var phrases = new Dictionary<string, bool?>();
        Add(yes + "|ok|okay|👍|👌", true);
        Add(no + "|👎|✋|🖐", false);
        Add(neither, null);
        return phrases;

        void Add(string list, bool? answer)
        {
            foreach (var spelling in list.Split('|').SelectMany(Words.Spellings))
                phrases[spelling] = answer;
        }
    }
}
