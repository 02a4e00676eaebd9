namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds which of a list of values an utterance names, in whatever words stand around them.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, choices.Select(choice => new Choice(choice)).ToList(), options);
    }

    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= new FindChoicesOptions();
        var names = new List<SortedValue>();
        for (var index = 0; index < choices.Count; index++)
        {
            var choice = choices[index];
            if (!options.NoValue)
                AddName(choice.Value, index);
            if (!options.NoAction)
                AddName(choice.Action?.Title, index);
            foreach (var synonym in choice.Synonyms ?? [])
                AddName(synonym, index);
        }

        return FindValues(utterance, names, options).ConvertAll(match => new ModelResult<FoundChoice>
        {
            Start = match.Start,
            End = match.End,
            Text = match.Text,
            TypeName = "choice",
            Resolution = new FoundChoice
            {
                Value = choices[match.Resolution.Index].Value,
                Index = match.Resolution.Index,
                Score = match.Resolution.Score,
                Synonym = match.Resolution.Value,
            },
        });

        void AddName(string name, int index)
        {
            if (!string.IsNullOrEmpty(name))
                names.Add(new SortedValue { Value = name, Index = index });
        }
    }

    /// <summary>The values named, in the order of the utterance; where two claim the same word, the surer one has it.</summary>
    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new FindValuesOptions();
        var tokenize = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var words = tokenize(utterance ?? string.Empty, options.Locale);
        var claims = new List<Claim>();
        if (words.Count > 0)
        {
            // A longer value goes first, so that among equally sure ones "bread pudding" wins over "bread".
            foreach (var value in values.Where(value => value.Value != null).OrderByDescending(value => value.Value.Length))
                CollectClaims(value, tokenize(value.Value.Trim(), options.Locale), words, options, claims);
        }

        var taken = new bool[words.Count];
        var found = new HashSet<int>();
        var results = new List<ModelResult<FoundValue>>();
        foreach (var claim in claims.OrderByDescending(claim => claim.Score))
        {
            var span = taken.AsSpan(claim.First, claim.Last - claim.First + 1);
            if (found.Contains(claim.Value.Index) || span.Contains(true))
                continue;

            found.Add(claim.Value.Index);
            span.Fill(true);
            var (start, end) = (words[claim.First].Start, words[claim.Last].End);
            results.Add(new ModelResult<FoundValue>
            {
                Start = start,
                End = end,
                Text = utterance.Substring(start, end - start + 1),
                TypeName = "value",
                Resolution = new FoundValue { Value = claim.Value.Value, Index = claim.Value.Index, Score = claim.Score },
            });
        }

        results.Sort((one, other) => one.Start.CompareTo(other.Start));
        return results;
    }

    private static void CollectClaims(
        SortedValue value, List<Token> wanted, List<Token> words, FindValuesOptions options, List<Claim> claims)
    {
        for (var from = 0; from < words.Count;)
        {
            if (Match(value, wanted, words, from, options) is not { } claim)
                return;

            claims.Add(claim);
            from = claim.Last + 1;
        }
    }

    private static Claim? Match(SortedValue value, List<Token> wanted, List<Token> words, int from, FindValuesOptions options)
    {
        var (matched, skipped, first, last) = (0, 0, -1, -1);
        foreach (var token in wanted)
        {
            var at = words.FindIndex(from, word => word.Normalized == token.Normalized);
            var distance = matched > 0 ? at - from : 0;
            if (at < 0 || distance > (options.MaxTokenDistance ?? 2))
                continue;

            matched++;
            skipped += distance;
            first = first < 0 ? at : first;
            last = at;
            from = at + 1;
            if (from == words.Count)
                break;
        }

        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
            return null;

        var completeness = (float)matched / wanted.Count;
        var accuracy = (float)matched / (matched + skipped);
        return new Claim(value, first, last, completeness * accuracy);
    }

    private readonly record struct Claim(SortedValue Value, int First, int Last, float Score);
}
