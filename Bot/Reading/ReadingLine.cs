using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CoachBot.Reading;

// Writes a reading as one line of JSON; with examples at hand it explains itself.
internal sealed class ReadingLine(ReadingRules rules, CueBook cues, NearestExamples? examples) : IDisposable
{
    private const string CueRule = "cue.";
    private readonly Utf8JsonWriter _json = new(Stream.Null);

    public void Write(NoCase no, NoReading reading, IBufferWriter<byte> into)
    {
        _json.Reset(into);
        _json.WriteStartObject();
        Write("id", no.Id);
        Write("next_step", reading.Step.Key());
        Write("reason", reading.Reason.Key());
        _json.WriteNumber("confidence", reading.Confidence);
        WriteAll("evidence", Spans(no, reading.Evidence), WriteText);
        if (examples is not null)
            Explain(no, reading, examples);
        _json.WriteEndObject();
        _json.Flush();
        into.Write("\n"u8);
    }

    public void Dispose() => _json.Dispose();

    private void Explain(NoCase no, NoReading reading, NearestExamples nearest)
    {
        WriteAll("why", reading.Evidence, e => WriteObject(("field", e.Field), ("quote", Whole(e.Quote)), ("rule", e.Rule), ("means", Means(e.Rule))));
        WriteAll("others", reading.Others, o => WriteObject(("next_step", o.Step.Key()), ("reason", o.Reason.Key())));
        Write("doubt", rules.Doubts.FirstOrDefault(d => d.Key == reading.Doubt?.Key)?.Question);
        WriteAll("examples", nearest.To(no), e => WriteObject((e.Id is null ? "origin" : "id", e.Id ?? e.Origin), ("said", e.Said), ("answer", e.Answer)));
    }

    private void WriteAll<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        _json.WriteEndArray();
    }

    private void WriteObject(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        _json.WriteStartObject();
        foreach (var (name, value) in fields)
            Write(name, value);
        _json.WriteEndObject();
    }

    private void Write(string name, string? value)
    {
        _json.WritePropertyName(name);
        WriteText(value);
    }

    // The framework's encoders write every emoji, and the letters of rarer scripts, as two \u escapes.
    private void WriteText(string? text)
    {
        if (text is null)
            _json.WriteNullValue();
        else
            _json.WriteRawValue(Quoted(text), skipInputValidation: true);
    }

    // What some readers take for the end of a line is spelled out too.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private string? Means(string rule) =>
        rule.StartsWith(CueRule, StringComparison.Ordinal) ? cues.Find(rule[CueRule.Length..])?.Says : rules.Means(rule);

    // What stands word for word in what was told of the customer; a count, a silence or the rep's own reply is no such span.
    private static IEnumerable<string> Spans(NoCase no, IEnumerable<Evidence> evidence) => evidence
        .Select(e => (Quote: Whole(e.Quote), Text: e.Field switch { "said" => no.Said, "why" => no.Why, "body" => no.Body, _ => "" }))
        .Where(e => !string.IsNullOrWhiteSpace(e.Quote) && e.Text.Contains(e.Quote, StringComparison.Ordinal))
        .Select(e => e.Quote)
        .Distinct();

    // A span that begins or ends inside an emoji could not be written down.
    private static string Whole(string quote)
    {
        var from = quote.Length > 0 && char.IsLowSurrogate(quote[0]) ? 1 : 0;
        var to = quote.Length > from && char.IsHighSurrogate(quote[^1]) ? quote.Length - 1 : quote.Length;
        return quote[from..to];
    }
}
