namespace CoachBot.FollowUps.Names;

// How many letters are wrong, missing, too many or swapped with their neighbour (optimal string alignment).
internal static class EditDistance
{
    private const int LongestOnStack = 256;

    public static bool IsWithin(string one, string two, int limit)
    {
        if (Math.Abs(one.Length - two.Length) > limit)
            return false;
        Span<int> rows = two.Length < LongestOnStack ? stackalloc int[3 * (two.Length + 1)] : new int[3 * (two.Length + 1)];
        return Distance(one, two, limit, rows) <= limit;
    }

    // Three rows of the table are enough; it stops as soon as a whole row is beyond the limit.
    private static int Distance(string one, string two, int limit, Span<int> rows)
    {
        var width = two.Length + 1;
        var before = rows[..width];
        var above = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var column = 0; column < width; column++)
            above[column] = column;
        for (var i = 1; i <= one.Length; i++)
        {
            if (Fill(one, two, i, before, above, row) > limit)
                return int.MaxValue;
            var oldest = before;
            before = above;
            above = row;
            row = oldest;
        }

        return above[two.Length];
    }

    private static int Fill(string one, string two, int i, Span<int> before, Span<int> above, Span<int> row)
    {
        var least = row[0] = i;
        for (var j = 1; j <= two.Length; j++)
        {
            var cost = one[i - 1] == two[j - 1] ? 0 : 1;
            row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + cost);
            if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1])
                row[j] = Math.Min(row[j], before[j - 2] + 1);
            least = Math.Min(least, row[j]);
        }

        return least;
    }
}
