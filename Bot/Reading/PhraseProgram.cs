namespace CoachBot.Reading;

// One phrase as steps that are tried against the words of a text.
internal sealed class PhraseProgram
{
    private const int WidestGap = 4;
    private readonly List<Step> _draft = [];
    private Step[] _steps = [];

    private PhraseProgram()
    {
    }

    private enum Kind { Word, Gap, Edge, Either, Goto, Done }

    public static PhraseProgram Compile(IReadOnlyList<PhrasePart> parts, Vocabulary vocabulary)
    {
        var program = new PhraseProgram();
        program.Append(parts, vocabulary);
        program._draft.Add(new Step(Kind.Done));
        program._steps = [.. program._draft];
        program._draft.Clear();
        return program;
    }

    /// <summary>The words that a match can begin with.</summary>
    public IReadOnlySet<int> FirstWords()
    {
        var words = new HashSet<int>();
        First(0, words);
        return words;
    }

    /// <summary>Where a match that begins at this word ends; 0 when there is none.</summary>
    public int Match(ToldText text, int at) => Run(0, text, at, at);

    private int Run(int step, ToldText text, int at, int start)
    {
        while (true)
        {
            ref readonly var s = ref _steps[step];
            switch (s.Kind)
            {
                case Kind.Done:
                    return at;
                case Kind.Word:
                    if (at == text.Count || (at > start && text[at].Opens) || !s.Fits(in text[at]))
                        return 0;
                    at++;
                    step++;
                    break;
                case Kind.Edge:
                    if (!text.Opens(at))
                        return 0;
                    step++;
                    break;
                case Kind.Goto:
                    step = s.To;
                    break;
                case Kind.Either:
                    if (Run(step + 1, text, at, start) is var end and > 0)
                        return end;
                    step = s.To;
                    break;
                default:
                    return Skip(step + 1, text, at, start);
            }
        }
    }

    private int Skip(int step, ToldText text, int at, int start)
    {
        for (var skipped = 0; skipped <= WidestGap; skipped++, at++)
        {
            if (Run(step, text, at, start) is var end and > 0)
                return end;
            if (at == text.Count || text[at].Opens && at > start)
                return 0;
        }

        return 0;
    }

    private void Append(IReadOnlyList<PhrasePart> parts, Vocabulary vocabulary)
    {
        foreach (var part in parts)
        {
            if (part is PhrasePart.Words words)
                _draft.Add(new Step(Kind.Word, Numbers: vocabulary.Numbers(words.AnyOf)));
            else if (part is PhrasePart.OneOf one)
                Append(one, vocabulary);
            else
                _draft.Add(new Step(part is PhrasePart.Gap ? Kind.Gap : Kind.Edge));
        }
    }

    private void Append(PhrasePart.OneOf one, Vocabulary vocabulary)
    {
        var ends = new List<int>();
        for (var i = 0; i < one.Alternatives.Count; i++)
        {
            var last = i == one.Alternatives.Count - 1;
            var either = _draft.Count;
            if (!last)
                _draft.Add(new Step(Kind.Either));
            Append(one.Alternatives[i], vocabulary);
            if (last)
                continue;
            ends.Add(_draft.Count);
            _draft.Add(new Step(Kind.Goto));
            _draft[either] = new Step(Kind.Either, _draft.Count);
        }

        foreach (var end in ends)
            _draft[end] = new Step(Kind.Goto, _draft.Count);
    }

    private void First(int step, HashSet<int> words)
    {
        while (_steps[step] is { Kind: not Kind.Done } s)
        {
            if (s.Kind == Kind.Word)
            {
                words.UnionWith(s.Numbers!);
                return;
            }

            if (s.Kind == Kind.Either)
                First(step + 1, words);
            step = s.Kind is Kind.Either or Kind.Goto ? s.To : step + 1;
        }
    }

    private readonly record struct Step(Kind Kind, int To = 0, int[]? Numbers = null)
    {
        public bool Fits(in Token token) => Has(token.Word) || Has(token.Beginning);

        private bool Has(int number) => number != 0 && (Numbers!.Length <= 8 ? Numbers.AsSpan().Contains(number) : Array.BinarySearch(Numbers, number) >= 0);
    }
}
