namespace CoachBot.Reading;

// A line of the input, without its end; good until the next one is taken. Of one that is too long there is only the number.
internal readonly record struct InputLine(int Number, ReadOnlyMemory<byte> Text, bool TooLong);

// Cuts a stream into lines. It never holds more than the longest line that may be.
internal sealed class CaseLines(Stream input)
{
    public const int Longest = 256 * 1024;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    // The line, its end, and one byte to see that it is too long; a byte order mark may stand before the first.
    private readonly byte[] _buffer = new byte[Longest + 6];
    private int _from;
    private int _to;
    private int _number;
    private bool _skipping;
    private bool _ended;

    /// <summary>The next line that has come in whole; false when more has to be waited for.</summary>
    public bool TryTake(out InputLine line)
    {
        var waiting = _buffer.AsMemory(_from.._to);
        var length = waiting.Span.IndexOf((byte)'\n');
        if (length < 0 && !(_ended && (waiting.Length > 0 || _skipping)))
        {
            line = default;
            return false;
        }

        line = Line(length < 0 ? waiting : waiting[..length]);
        _from = length < 0 ? _to : _from + length + 1;
        return true;
    }

    /// <summary>Waits for more; false at the end.</summary>
    /// <exception cref="IOException">The input cannot be read on.</exception>
    /// <exception cref="OperationCanceledException">Whoever waits gave up; a terminal or a pipe may still be silent.</exception>
    public async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_ended)
            return false;
        MakeRoom();
        var read = await input.ReadAsync(_buffer.AsMemory(_to), cancellationToken).AsTask().WaitAsync(cancellationToken);
        _to += read;
        _ended = read == 0;
        return true;
    }

    private InputLine Line(ReadOnlyMemory<byte> text)
    {
        if (++_number == 1 && text.Span.StartsWith(Mark))
            text = text[Mark.Length..];
        if (text.Span.EndsWith("\r"u8))
            text = text[..^1];
        var tooLong = _skipping || text.Length > Longest;
        _skipping = false;
        return new InputLine(_number, tooLong ? default : text, tooLong);
    }

    private void MakeRoom()
    {
        if (_from == 0 && _to == _buffer.Length)
            (_skipping, _to) = (true, 0);
        _buffer.AsSpan(_from.._to).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
    }
}
