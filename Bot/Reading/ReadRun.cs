using System.Buffers;
using System.Diagnostics;
using System.Globalization;

namespace CoachBot.Reading;

// One run of the command read: a few cases at a time, written in the order of the input.
internal sealed class ReadRun(Stream input, Stream output, TextWriter error, NoReader reader, SecondOpinions? model, ReadingLine writer, bool report)
{
    private const int AFew = 256;
    private const int Much = 64 * 1024;
    private readonly CaseLines _lines = new(input);
    private readonly List<CaseLine> _cases = new(AFew);
    private readonly ArrayBufferWriter<byte> _unsent = new(Much * 2);
    private readonly ReadingReport _report = new();
    private readonly ReadingTimes _times = new();
    private int _wrong;
    private int _unanswered;
    private bool _outputIsGone;

    /// <summary>The exit code: 1 when something could not be read or written, 130 when it was told to stop.</summary>
    public async Task<int> ReadAllAsync(CancellationToken stop)
    {
        try
        {
            await ReadLinesAsync(stop);
            return _wrong == 0 ? 0 : 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Send();
            return 130;
        }
    }

    /// <summary>How good and how fast it was, for as much as was read.</summary>
    public IEnumerable<string> Report()
    {
        if (_report.Count == 0)
            yield return "No case holds an answer (next_step and reason), so there is nothing to compare with.";
        foreach (var line in _report.Count == 0 ? [] : _report.Page())
            yield return line;
        yield return "";
        if (_report.Count > 0 && _unanswered > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"Cases without an answer: {_unanswered}");
        yield return _times.OneLine;
    }

    private async Task ReadLinesAsync(CancellationToken stop)
    {
        do
        {
            while (!_outputIsGone && TakeAFew())
            {
                if (model is null && !report)
                    ReadTogether(stop);
                else
                    await ReadOneByOneAsync(stop);
            }

            // Whoever waits for an answer before asking on has it now.
            Send();
        }
        while (!_outputIsGone && await FillAsync(stop));
    }

    // False when no line is left of what has come in.
    private bool TakeAFew()
    {
        _cases.Clear();
        var any = false;
        while (_cases.Count < AFew && _lines.TryTake(out var line))
        {
            any = true;
            if (!line.TooLong && IsBlank(line.Text.Span))
                continue;
            if (CaseLine.Read(line, out var wrong) is { } told)
                _cases.Add(told);
            else
                Complain(string.Create(CultureInfo.InvariantCulture, $"Line {line.Number}: {wrong}."));
        }

        return any;
    }

    private void ReadTogether(CancellationToken stop)
    {
        foreach (var (told, reading) in _cases.AsParallel().AsOrdered().WithCancellation(stop).Select(told => (told, reader.Read(told.Case))))
            Write(told, reading);
    }

    // A model is asked one thing at a time, and how long a reading takes is measured while nothing else is done.
    private async Task ReadOneByOneAsync(CancellationToken stop)
    {
        foreach (var told in _cases.TakeWhile(_ => !_outputIsGone))
        {
            stop.ThrowIfCancellationRequested();
            var reading = await ReadAsync(told.Case, stop);
            if (told.Answer is { } answer)
                _report.Add(answer, reading, told.Hard);
            else
                _unanswered++;
            Write(told, reading);
            if (model is not null)
                Send();
        }
    }

    private void Write(CaseLine told, NoReading reading)
    {
        writer.Write(told.Case, reading, _unsent);
        if (_unsent.WrittenCount >= Much)
            Send();
    }

    private async Task<NoReading> ReadAsync(NoCase no, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var reading = reader.Read(no);
        if (model is not null)
            reading = await model.WeighInAsync(no, reading, stop);
        _times.AddSince(began);
        return reading;
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        try
        {
            return await _lines.FillAsync(stop);
        }
        catch (IOException fault)
        {
            Complain($"The input cannot be read on: {fault.Message}");
            return false;
        }
    }

    private void Send()
    {
        if (_outputIsGone)
            return;
        try
        {
            output.Write(_unsent.WrittenSpan);
            output.Flush();
            _unsent.ResetWrittenCount();
        }
        catch (IOException fault)
        {
            _outputIsGone = true;
            if (!StandardOutput.IsNobodyReading(fault))
                Complain($"Standard output cannot be written: {fault.Message}");
        }
    }

    private void Complain(string what)
    {
        _wrong++;
        error.WriteLine(what);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
