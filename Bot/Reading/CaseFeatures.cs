using System.Globalization;

namespace CoachBot.Reading;

// Something that a case holds: the hash of its name, how much it counts in the case and in its sentence, and the words of
// the case that it comes from. What is in no sentence of what was said has the sentence -1.
internal readonly record struct Feature(ulong Hash, float Value, float InSentence, int Sentence, Fields Field, int Start, int End);

// Takes a case apart into what can be weighed: words and runs of words, families of words and runs and pairs of them,
// pieces of words (so that endings, typos and relatives count), capitals and marks, what the rules and the cues found, and
// the plain facts.
internal sealed class CaseFeatures(WordFamilies families, Spellings spellings)
{
    private const int PairReach = 8;
    private readonly ToldWords _words = new(families);
    private Fields _field;
    private float _scale;
    private float _value;
    private int _before;

    public List<Feature> Found { get; } = [];

    /// <summary>How many sentences were said, in the words and in the answer to why.</summary>
    public int Sentences { get; private set; }

    /// <summary>When learning: the name of every feature by its hash.</summary>
    public Dictionary<ulong, string>? Names { get; init; }

    public void Take(Signs signs, bool withRules)
    {
        var no = signs.Case;
        Begin();
        Words(Fields.Said, no.Said, signs.Asides);
        Words(Fields.Why, no.Why, signs.Asides);
        Body(no.Body);
        Facts(no);
        if (withRules)
            Rules(signs);
    }

    /// <summary>A saying by itself: nothing is known of the case around it.</summary>
    public void TakeSaying(string text, bool ofTheBody, ReadingRules rules)
    {
        Begin();
        if (ofTheBody)
            Body(text);
        else
            Words(Fields.Said, text, AsidesIn(text, rules));
    }

    private static List<Aside> AsidesIn(string saying, ReadingRules rules)
    {
        List<Aside> asides = [];
        rules.Find(Fields.Said, saying, [], asides);
        return asides;
    }

    private void Begin()
    {
        Found.Clear();
        Sentences = 0;
        _field = Fields.None;
        _value = 1;
        Fact("always", "");
    }

    private void Words(Fields field, string text, IReadOnlyList<Aside> asides)
    {
        Cut(field, text);
        foreach (var aside in asides.Where(a => a.Field == field))
            _words.Drop(aside.From, aside.To);
        Runs("x:", 1.1f);
        FamilyRuns("y:", 1.0f);
        Pieces("c:", 0.7f);
        Marks(text);
        if (field == Fields.Why)
            Runs("w:", 0.5f);
        Sentences += _words.Sentences;
    }

    private void Body(string text)
    {
        Cut(Fields.Body, text);
        Runs("b:", 0.8f);
        FamilyRuns("yb:", 0.8f);
        Pieces("bc:", 0.5f);
    }

    private void Cut(Fields field, string text)
    {
        _field = field;
        _before = Sentences;
        _words.Cut(text, spellings);
    }

    private void Runs(string kind, float scale)
    {
        Scale(scale);
        for (var at = 0; at < _words.Count; at++)
        {
            var reach = _words.Reach(at, 3);
            var one = _words.Letters(at);
            Put(kind, one, at, at);
            if (_words[at].Opens)
                Put(kind, "^ ", one, at, at);
            if (reach == 1)
                Put(kind, one, " $", at, at);
            else
                Put(kind, one, " ", _words.Letters(at + 1), at, at + 1);
            if (reach < 3)
                continue;
            Put(kind, one, " * ", _words.Letters(at + 2), at, at + 2);
            Put(kind, one, " ", _words.Letters(at + 1), " ", _words.Letters(at + 2), at, at + 2);
        }
    }

    private void FamilyRuns(string kind, float scale)
    {
        Scale(scale);
        for (var at = 0; at < _words.Count; at++)
        {
            var reach = _words.Reach(at, PairReach);
            var one = _words.Family(at);
            var known = _words.HasFamily(at);
            if (known)
                Put(kind, one, at, at);
            if (known && _words[at].Opens)
                Put(kind, "^ ", one, at, at);
            if (reach > 1 && (known || _words.HasFamily(at + 1)))
                Put(kind, one, " ", _words.Family(at + 1), at, at + 1);
            if (reach > 2 && (known || _words.HasFamily(at + 1) || _words.HasFamily(at + 2)))
                Put(kind, one, " ", _words.Family(at + 1), " ", _words.Family(at + 2), at, at + 2);
            for (var other = 2; known && other < reach; other++)
            {
                if (_words.HasFamily(at + other))
                    Put(kind, one, other == 2 ? " * " : " .. ", _words.Family(at + other), at, at + other);
            }
        }
    }

    // How a sentence is said: asked, called out, in capitals.
    private void Marks(string text)
    {
        Scale(1);
        var allShouted = IsShouted(text);
        for (var at = 0; at < _words.Count; at++)
        {
            var word = text.AsSpan(_words[at].Start, _words[at].End - _words[at].Start);
            if (word.Length > 2 && !allShouted && IsShouted(word))
                Put("m:", "CAPITALS", at, at);
            if (at + 1 < _words.Count && !_words[at + 1].Opens)
                continue;
            var after = text.AsSpan(_words[at].End, (at + 1 < _words.Count ? _words[at + 1].Start : text.Length) - _words[at].End);
            if (after.Contains('!'))
                Put("m:", "!", at, at);
            if (!after.Contains('?'))
                continue;
            Put("m:", "?", at, at);
            for (var back = at; back >= 0 && _words[back].Sentence == _words[at].Sentence; back--)
                Put("q:", _words.Family(back), back, back);
        }
    }

    private static bool IsShouted(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    private void Pieces(string kind, float scale)
    {
        Scale(scale);
        Span<char> padded = stackalloc char[64];
        for (var at = 0; at < _words.Count; at++)
        {
            var word = _words.Letters(at);
            padded[0] = '_';
            word.CopyTo(padded[1..]);
            padded[word.Length + 1] = '_';
            var whole = padded[..(word.Length + 2)];
            for (var length = 4; length <= 5; length++)
            {
                for (var from = 0; whole.Length >= 5 && from + length <= whole.Length; from++)
                    Put(kind, whole.Slice(from, length), at, at);
            }
        }
    }

    private void Facts(NoCase no)
    {
        _field = Fields.None;
        _value = 1;
        var said = Math.Min(5, no.Said.Length / 25);
        Fact("noes", Math.Min(no.Noes, 4).ToString(CultureInfo.InvariantCulture));
        Fact("worth", no.TimeWorthIt ? "yes" : "no");
        Fact("asked", !no.AskedWhy ? "no" : no.Why.Length > 0 ? "answered" : "unanswered");
        Fact("channel", no.Channel.Key());
        Fact("said-length", said.ToString(CultureInfo.InvariantCulture));
        Fact("body-told", no.Body.Length > 0 ? "yes" : "no");
    }

    private void Rules(Signs signs)
    {
        foreach (var hit in signs.Hits)
        {
            Fact("rule", hit.Rule.Key);
            Fact(hit.Rule.SignalAndStrength, "");
            if (hit.Rule.Reason is { } reason)
                Fact(hit.Rule.SignalAndStrength, reason.Key());
        }

        foreach (var seen in signs.Seen)
        {
            _field = seen.Field == "body" ? Fields.Body : Fields.None;
            Fact(seen.Field == "body" ? "cue" : "cue-in-words", seen.Cue.Id);
            Fact(seen.Field == "body" ? "cues" : "cues-in-words", seen.Cue.Group.Key());
            if (seen.OpenDisplay)
                Fact("open-display", seen.Field);
        }

        _field = Fields.None;
        if (signs.NothingSaid)
            Fact("said", "nothing");
    }

    // The longer a text, the less each word of it decides.
    private void Scale(float scale)
    {
        _scale = scale;
        _value = scale * Lengths.Share(_words.Count);
    }

    private void Fact(string kind, string value) => Add(FeatureHash.Empty.Then(kind).Then("=").Then(value), -1, -1, kind, "=", value);

    private void Put(string kind, ReadOnlySpan<char> one, int from, int to) =>
        Add(FeatureHash.Empty.Then(kind).Then(one), from, to, kind, one, "");

    private void Put(string kind, ReadOnlySpan<char> one, ReadOnlySpan<char> two, int from, int to) =>
        Add(FeatureHash.Empty.Then(kind).Then(one).Then(two), from, to, kind, one, two);

    private void Put(string kind, ReadOnlySpan<char> one, string joint, ReadOnlySpan<char> two, int from, int to) =>
        Add(FeatureHash.Empty.Then(kind).Then(one).Then(joint).Then(two), from, to, kind, one, joint, two);

    private void Put(string kind, ReadOnlySpan<char> one, string joint, ReadOnlySpan<char> two, string next, ReadOnlySpan<char> three, int from, int to) =>
        Add(FeatureHash.Empty.Then(kind).Then(one).Then(joint).Then(two).Then(next).Then(three), from, to, kind, one, joint, two, next, three);

    private void Add(FeatureHash hash, int from, int to, string kind, ReadOnlySpan<char> one, ReadOnlySpan<char> two,
        ReadOnlySpan<char> three = default, ReadOnlySpan<char> four = default, ReadOnlySpan<char> five = default)
    {
        Keep(hash, from, to);
        if (Names is { } names && !names.ContainsKey(hash.Value))
            names[hash.Value] = string.Concat(kind + one.ToString() + two.ToString(), three, four, five);
    }

    private void Keep(FeatureHash hash, int from, int to)
    {
        if (from < 0)
            Found.Add(new Feature(hash.Value, _value, 0, -1, _field, 0, 0));
        else if (_field == Fields.Body)
            Found.Add(new Feature(hash.Value, _value, 0, -1, _field, _words[from].Start, _words[to].End));
        else
            Found.Add(new Feature(hash.Value, _value, _scale * Lengths.Share(_words.LengthOf(from)), _before + _words[from].Sentence, _field, _words[from].Start, _words[to].End));
    }
}

// What a word counts in a text of so many.
internal static class Lengths
{
    private static readonly float[] Shares = [.. Enumerable.Range(0, 400).Select(n => (float)Math.Round(Math.Pow(Math.Max(1, n), -0.2), 4))];

    public static float Share(int words) => Shares[Math.Min(words, Shares.Length - 1)];
}
