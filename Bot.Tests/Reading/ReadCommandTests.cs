using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CoachBot.Reading;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Reading;

public sealed class The_command_read
{
    private const string ACase = """{"id":"c1","channel":"call","said":"Not now, maybe after the summer."}""";

    private static readonly string Labelled = Path.Combine(AppContext.BaseDirectory, "Cases", "dev.jsonl");

    internal static readonly Lazy<Task<Ran>> Plain = new(() => RunAsync([], [Labelled]));

    private static readonly (string Line, string Why)[] NoCases =
    [
        ("nonsense", "not JSON"),
        ("""{"channel":"call","said":"no" """, "not JSON"),
        (ACase + ACase, "not JSON"),
        ("[1]", "a case is a JSON object"),
        ("null", "a case is a JSON object"),
        ("{}", "'channel' is one of"),
        ("""{"channel":"fax\u001b[2J\n"}""", "'channel' is one of"),
        ("""{"channel":"call","id":7}""", "'id' is a text"),
        ("""{"channel":"call","said":["no"]}""", "'said' is a text"),
        ("""{"channel":"call","noes":"two"}""", "'noes' is a whole number"),
        ("""{"channel":"call","asked_why":"yes"}""", "'asked_why' is true or false"),
        ("""{"channel":"call","said":"a","said":"b"}""", "twice"),
        ("""{"channel":"call","said":"\ud83d"}""", "half a letter"),
        ("""{"channel":"call","next_step":"run","reason":"price"}""", "'next_step' is one of"),
        ("""{"channel":"call","next_step":"nurture","reason":2}""", "'reason' is one of"),
        ("""{"channel":"call","hard":"very"}""", "'hard' is true or false"),
    ];

    [Fact]
    public async Task Reads_the_labelled_cases_as_the_coach_does_in_their_order()
    {
        var ran = await Plain.Value;

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(LabelledCase.ReadAll().Select(c => c.Case.Id), ran.Readings.Select(r => r.GetProperty("id").GetString()));
        foreach (var (told, read) in LabelledCase.ReadAll().Zip(ran.Readings))
        {
            var reading = Prompts.Reader.Read(told.Case);
            Assert.Equal(
                (reading.Step.Key(), reading.Reason.Key(), reading.Confidence),
                (read.GetProperty("next_step").GetString(), read.GetProperty("reason").GetString(), read.GetProperty("confidence").GetDouble()));
        }
    }

    [Fact]
    public async Task Quotes_as_evidence_only_what_was_told_of_the_customer_word_for_word()
    {
        var ran = await Plain.Value;

        Assert.Contains(ran.Readings, r => r.GetProperty("evidence").GetArrayLength() > 1);
        foreach (var (told, read) in LabelledCase.ReadAll().Zip(ran.Readings))
        {
            var quotes = read.GetProperty("evidence").EnumerateArray().Select(q => q.GetString()!).ToList();
            Assert.All(quotes, q => Assert.True(q.Trim().Length > 0 && (Holds(told.Case.Said, q) || Holds(told.Case.Why, q) || Holds(told.Case.Body, q)), $"{told.Case.Id}: '{q}'"));
            Assert.Distinct(quotes);
        }

        static bool Holds(string text, string quote) => text.Contains(quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_five_fields_a_line_and_nothing_else()
    {
        var ran = await RunAsync(ACase);

        Assert.Equal(["id", "next_step", "reason", "confidence", "evidence"], Assert.Single(ran.Readings).EnumerateObject().Select(p => p.Name));
        Assert.Equal("nurture", ran.Readings[0].GetProperty("next_step").GetString());
    }

    [Theory]
    [InlineData("Grüße-日本-😀-<&'+>")]
    [InlineData("")]
    public async Task Writes_letters_as_they_are_and_null_for_no_name(string id)
    {
        var ran = await RunAsync($$"""{"id":"{{id}}","channel":"call","said":"no"}""");

        Assert.StartsWith(id.Length == 0 ? "{\"id\":null," : $"{{\"id\":\"{id}\",", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_to_one_line_whatever_a_text_holds()
    {
        const string id = "\"a\\b\nc\td\u0000\u0085\u2028\u007f";

        var ran = await RunAsync(JsonSerializer.Serialize(new { id, channel = "call", said = "no" }));

        Assert.Equal(id, Assert.Single(ran.Readings).GetProperty("id").GetString());
        Assert.Equal(1, ran.Output.Count(c => char.IsControl(c) || c == '\u2028'));
    }

    [Fact]
    public async Task Cuts_no_emoji_in_half()
    {
        string[] told = ["😀stop calling me😀", "😀😀 never 😀 contact me again😀", "nein😀danke, kein Bedarf😀", "😀"];
        var ran = await RunAsync(string.Join('\n', told.Select(said => JsonSerializer.Serialize(new { channel = "message", said, body = said, why = said }))), "--explain");

        Assert.Equal((0, told.Length), (ran.ExitCode, ran.Readings.Count));
        Assert.DoesNotContain('\uFFFD', ran.Output);
        Assert.DoesNotContain("\\ud", ran.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    public async Task Reads_standard_input_where_no_file_is_named(string file)
    {
        var ran = await RunAsync(await File.ReadAllTextAsync(Labelled, TestContext.Current.CancellationToken), file.Length == 0 ? [] : [file]);

        Assert.Equal((await Plain.Value).Output, ran.Output);
    }

    [Fact]
    public async Task Skips_blank_lines_and_minds_neither_mark_nor_kind_of_line_end()
    {
        var ran = await RunAsync($"\uFEFF{ACase}\r\n\r\n  \t\n\n{ACase}\n{ACase}");

        Assert.Equal((0, 3, ""), (ran.ExitCode, ran.Readings.Count, ran.Error));
    }

    [Fact]
    public async Task Names_each_line_that_is_no_case_and_reads_the_others()
    {
        var ran = await RunAsync(string.Join('\n', NoCases.SelectMany(n => (string[])[ACase, "", n.Line])));

        Assert.Equal((1, NoCases.Length), (ran.ExitCode, ran.Readings.Count));
        var said = ran.Error.TrimEnd().Split('\n');
        Assert.Equal(NoCases.Length, said.Length);
        for (var at = 0; at < said.Length; at++)
        {
            Assert.StartsWith($"Line {(at + 1) * 3}: ", said[at], StringComparison.Ordinal);
            Assert.Contains(NoCases[at].Why, said[at], StringComparison.Ordinal);
            Assert.DoesNotContain(said[at], char.IsControl);
        }
    }

    [Fact]
    public async Task Names_a_line_of_other_bytes()
    {
        var ran = await RunAsync([.. Encoding.UTF8.GetBytes(ACase + "\n"), .. Encoding.Latin1.GetBytes("""{"channel":"call","said":"né"}"""), .. Encoding.UTF8.GetBytes("\n" + ACase)], []);

        Assert.Equal((1, 2, "Line 2: it is not UTF-8."), (ran.ExitCode, ran.Readings.Count, ran.Error.TrimEnd()));
    }

    [Theory]
    [InlineData(256 * 1024, "\n", true)]
    [InlineData(256 * 1024, "\r\n", true)]
    [InlineData((256 * 1024) + 1, "\n", false)]
    [InlineData((256 * 1024) + 2, "\n", false)]
    [InlineData(3_000_000, "\r\n", false)]
    [InlineData(3_000_000, "", false)]
    public async Task Names_a_line_that_is_too_long(int length, string end, bool isRead)
    {
        var ran = await RunAsync($"{ACase}\n{ACase.PadRight(length)}{end}{(end.Length > 0 ? ACase : "")}");

        Assert.Equal((isRead ? 0 : 1, (isRead ? 2 : 1) + (end.Length > 0 ? 1 : 0)), (ran.ExitCode, ran.Readings.Count));
        Assert.Equal(isRead ? "" : "Line 2: it is longer than 256 KiB.", ran.Error.TrimEnd());
    }

    [Theory]
    [InlineData("--reader")]
    [InlineData("--reader", "oracle")]
    [InlineData("--verbose")]
    [InlineData("one.jsonl", "two.jsonl")]
    [InlineData("")]
    [InlineData("no-such-file.jsonl")]
    [InlineData(".")]
    public async Task Says_how_it_is_used_where_it_cannot_begin(params string[] arguments)
    {
        var ran = await RunAsync(ACase, arguments);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("Usage: dotnet run --project Bot -- read", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_before_the_next_case_is_there()
    {
        var (input, output) = (new Pipe(), new Pipe());
        var running = ReadCommand.RunAsync([], input.Reader.AsStream(), output.Writer.AsStream(), new StringWriter());
        using var answers = new StreamReader(output.Reader.AsStream());

        for (var at = 0; at < 3; at++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"id":"c{{at}}","channel":"call","said":"no"}{{'\n'}}"""), TestContext.Current.CancellationToken);
            var answer = await answers.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.StartsWith($$"""{"id":"c{{at}}",""", answer, StringComparison.Ordinal);
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(0, await running);
    }

    private static Task<Ran> RunAsync(string input, params string[] arguments) => RunAsync(Encoding.UTF8.GetBytes(input), arguments);

    internal static async Task<Ran> RunAsync(byte[] input, string[] arguments, IConfiguration? settings = null)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await ReadCommand.RunAsync(arguments, new MemoryStream(input), output, error, settings);
        return new Ran(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    internal sealed record Ran(int ExitCode, string Output, string Error)
    {
        public IReadOnlyList<JsonElement> Readings { get; } =
            [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
