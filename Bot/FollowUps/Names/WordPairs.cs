using System.Numerics;

namespace CoachBot.FollowUps.Names;

// Which words of one name may be which words of another; each word stands for one other at most.
internal sealed class WordPairs
{
    private readonly uint[] _alike;
    private readonly int[] _takenBy;

    public WordPairs(ReadOnlySpan<NameWord> rows, ReadOnlySpan<NameWord> columns, ShortNames shorts)
    {
        (Rows, Columns) = (rows.Length, columns.Length);
        _alike = new uint[Rows];
        _takenBy = new int[Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
                _alike[row] |= WordLikeness.MayBe(rows[row], columns[column], shorts) ? 1u << column : 0;
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Whether the first two words of both are the same, in whichever order: then what follows tells nobody apart.</summary>
    public bool BeginAlike => Rows > 1 && Columns > 1
        && ((Are(0, 0) && Are(1, 1)) || (Are(0, 1) && Are(1, 0)));

    /// <summary>The most words that find a partner.</summary>
    public int Most()
    {
        Array.Fill(_takenBy, -1);
        var found = 0;
        for (var row = 0; row < Rows; row++)
        {
            var tried = 0u;
            found += Finds(row, ref tried) ? 1 : 0;
        }

        return found;
    }

    private bool Are(int row, int column) => (_alike[row] >> column & 1) == 1;

    private bool Finds(int row, ref uint tried)
    {
        for (var open = _alike[row] & ~tried; open != 0; open = _alike[row] & ~tried)
        {
            var column = BitOperations.TrailingZeroCount(open);
            tried |= 1u << column;
            if (_takenBy[column] >= 0 && !Finds(_takenBy[column], ref tried))
                continue;
            _takenBy[column] = row;
            return true;
        }

        return false;
    }
}
