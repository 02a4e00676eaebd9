using System.Globalization;

namespace CoachBot.Reading;

// A phrase as written: words in order, a few words of anything, alternatives, or the edge of a sentence.
internal abstract record PhrasePart
{
    public sealed record Words(IReadOnlyList<string> AnyOf) : PhrasePart;

    public sealed record Gap : PhrasePart;

    public sealed record Edge : PhrasePart;

    public sealed record OneOf(IReadOnlyList<IReadOnlyList<PhrasePart>> Alternatives) : PhrasePart;
}

// Reads the syntax of phrases:
//   words        as they are said; case, accents and apostrophes make no difference
//   *            up to four words of anything, inside the sentence      annoy*   a word that begins so
//   (a|b c)      one of these                                           (a)?     may be missing, as may {list}?
//   {list}       any entry of a list in reading/words.yaml              ^ $      a sentence begins / ends here
internal sealed class PhraseParser(WordLists lists)
{
    private readonly Dictionary<string, List<IReadOnlyList<PhrasePart>>> _known = new(StringComparer.Ordinal);
    private string _text = "";
    private int _at;

    /// <exception cref="FormatException">The phrase is not written as phrases are; the message says how to mend it.</exception>
    public IReadOnlyList<PhrasePart> Parse(string phrase)
    {
        _text = phrase;
        _at = 0;
        var parts = Sequence(depth: 0);
        if (_at < _text.Length)
            throw new FormatException("there is a ')' or '|' without its '('");
        if (Nullable(parts))
            throw new FormatException("a phrase needs at least one word that cannot be missing");
        if (Leads(parts))
            throw new FormatException("a phrase does not begin with '*'");
        return parts;
    }

    private List<PhrasePart> Sequence(int depth)
    {
        var parts = new List<PhrasePart>();
        while (_at < _text.Length && _text[_at] is not (')' or '|'))
        {
            var c = _text[_at];
            if (c == '(')
                parts.Add(Group(depth));
            else if (c == '{')
                parts.Add(List());
            else if (c is '^' or '$')
                parts.Add(Take(new PhrasePart.Edge()));
            else if (c == '*')
                parts.Add(Take(new PhrasePart.Gap()));
            else if (c is '?' or '}')
                throw new FormatException(c == '?' ? "'?' stands only after a ')' or '}'" : "there is a '}' without its '{'");
            else
                parts.AddRange(Plain());
        }

        return parts;
    }

    private PhrasePart Take(PhrasePart part)
    {
        _at++;
        return part;
    }

    private PhrasePart.OneOf Group(int depth)
    {
        if (depth > 4)
            throw new FormatException("brackets stand in brackets more than four deep");
        var alternatives = new List<IReadOnlyList<PhrasePart>>();
        do
        {
            _at++;
            var alternative = Sequence(depth + 1);
            if (alternative.Count == 0)
                throw new FormatException("an alternative is empty; write (a|b)? for what may be missing");
            alternatives.Add(alternative);
        }
        while (_at < _text.Length && _text[_at] == '|');
        if (_at == _text.Length)
            throw new FormatException("a '(' is not closed");
        _at++;
        return MaybeMissing(Merge(alternatives));
    }

    // A '?' behind a group or a list.
    private PhrasePart.OneOf MaybeMissing(List<IReadOnlyList<PhrasePart>> alternatives)
    {
        if (_at == _text.Length || _text[_at] != '?')
            return new PhrasePart.OneOf(alternatives);
        _at++;
        return new PhrasePart.OneOf([.. alternatives, []]);
    }

    private PhrasePart.OneOf List()
    {
        var close = _text.IndexOf('}', _at);
        if (close < 0)
            throw new FormatException("a '{' is not closed");
        var name = _text[(_at + 1)..close].Trim();
        _at = close + 1;
        if (lists.Find(name) is not { } entries)
            throw new FormatException($"there is no list '{name}' in reading/words.yaml; lists are {lists.Names}");
        if (!_known.TryGetValue(name, out var alternatives))
            _known[name] = alternatives = Merge([.. entries.Select(e => (IReadOnlyList<PhrasePart>)[.. e.Select(w => new PhrasePart.Words([w]))])]);
        return MaybeMissing(alternatives);
    }

    private List<PhrasePart> Plain()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('(' or ')' or '|' or '{' or '}' or '^' or '$' or '?' or '*'))
            _at++;
        var text = _text.AsSpan(start, _at - start);
        var stem = _at < _text.Length && _text[_at] == '*' && char.IsLetterOrDigit(_text[_at - 1]) ? text.LastIndexOf(' ') + 1 : text.Length;
        List<PhrasePart> parts = [.. lists.Words(text[..stem]).Select(w => new PhrasePart.Words([w]))];
        if (stem < text.Length)
        {
            _at++;
            parts.Add(new PhrasePart.Words([Beginning(text[stem..])]));
        }

        return parts;
    }

    private static string Beginning(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2 || stem.ContainsAnyExcept(LettersOnly(stem)))
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{stem}*' is no beginning of a word: two letters or more, letters only"));
        return string.Create(stem.Length + 1, stem.ToString(), static (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                into[i] = Letters.Fold(from[i]);
            into[^1] = '*';
        });
    }

    private static string LettersOnly(ReadOnlySpan<char> stem) => string.Concat(stem.ToString().Where(char.IsLetter));

    // Alternatives of one word each are one step.
    private static List<IReadOnlyList<PhrasePart>> Merge(List<IReadOnlyList<PhrasePart>> alternatives)
    {
        var single = alternatives.Where(a => a is [PhrasePart.Words]).SelectMany(a => ((PhrasePart.Words)a[0]).AnyOf).ToList();
        return single.Count < 2 ? alternatives
            : [[new PhrasePart.Words(single)], .. alternatives.Where(a => a is not [PhrasePart.Words])];
    }

    private static bool Nullable(IReadOnlyList<PhrasePart> parts) => parts.All(p => p switch
    {
        PhrasePart.Words => false,
        PhrasePart.OneOf one => one.Alternatives.Any(Nullable),
        _ => true,
    });

    private static bool Leads(IReadOnlyList<PhrasePart> parts)
    {
        foreach (var part in parts)
        {
            if (part is PhrasePart.Gap || part is PhrasePart.OneOf one && one.Alternatives.Any(Leads))
                return true;
            if (part is PhrasePart.Words || part is PhrasePart.OneOf { Alternatives: var all } && !all.Any(Nullable))
                return false;
        }

        return false;
    }
}
