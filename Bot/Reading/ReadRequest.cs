namespace CoachBot.Reading;

// What the command read is to do: which cases, read by whom, and how much to say about it.
internal sealed record ReadRequest(string? File, bool ByModel, bool Report, bool Explain)
{
    public const string Usage = """
        Usage: dotnet run --project Bot -- read [cases.jsonl] [--reader offline|model] [--report] [--explain]
          cases.jsonl  cases, a line of JSON each; - or nothing: standard input
          --reader     offline (unless told), or model: a language model's opinion is weighed in, as in a debrief
          --report     says on standard error how good the readings are, where the cases hold the answers
          --explain    adds to each reading why it is so, what else it could be, and the nearest examples
        """;

    private const string StandardInput = "-", ReaderOption = "--reader";

    /// <summary>Reads the arguments; null, with everything that is wrong in <paramref name="mistakes"/>, if they cannot be used.</summary>
    public static ReadRequest? Read(IReadOnlyList<string> arguments, out IReadOnlyList<string> mistakes)
    {
        var wrong = new List<string>();
        var request = new ReadRequest(null, false, false, false);
        string? file = null;
        for (var at = 0; at < arguments.Count; at++)
        {
            if (arguments[at] == "--report")
                request = request with { Report = true };
            else if (arguments[at] == "--explain")
                request = request with { Explain = true };
            else if (arguments[at] == ReaderOption)
                request = request with { ByModel = IsModel(++at < arguments.Count ? arguments[at] : null, wrong) };
            else if (arguments[at].Length == 0 || (arguments[at] != StandardInput && arguments[at].StartsWith('-')))
                wrong.Add($"'{arguments[at]}' is not known here.");
            else if (file is not null)
                wrong.Add($"One file is read at a time: '{file}' or '{arguments[at]}'.");
            else
                file = arguments[at];
        }

        mistakes = wrong;
        return wrong.Count == 0 ? request with { File = file == StandardInput ? null : file } : null;
    }

    private static bool IsModel(string? reader, List<string> wrong)
    {
        if (reader is not ("offline" or "model"))
            wrong.Add($"{ReaderOption} is offline or model{(reader is null ? "" : $", not '{reader}'")}.");
        return reader == "model";
    }
}
