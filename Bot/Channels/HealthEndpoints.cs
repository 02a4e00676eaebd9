using CoachBot.Channels.Turns;
using CoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Channels;

/// <summary>
/// GET /health/live is 200 while the program runs; /health/ready is 200 while it takes messages, and 503 when the
/// database does not answer, has other tables than this program's, or the program is about to stop. Neither says more.
/// </summary>
internal sealed class HealthEndpoints(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, Drain drain, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), AskedAgain = TimeSpan.FromSeconds(1);

    private readonly int _newest = Migrations.Of(engine).Max(m => m.Number);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private (bool Works, long At)? _last;

    public static IResult Live() => TypedResults.Ok();

    public async Task<IResult> ReadyAsync() =>
        TypedResults.StatusCode(!drain.HasBegun && await WorksAsync() ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    public void Dispose() => _asking.Dispose();

    // However many ask, the database is asked once a second.
    private async Task<bool> WorksAsync()
    {
        await _asking.WaitAsync();
        try
        {
            if (_last is not { } last || time.GetElapsedTime(last.At) >= AskedAgain)
                _last = last = (await AskAsync(), time.GetTimestamp());
            return last.Works;
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<bool> AskAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await using var database = await databases.CreateDbContextAsync(patience.Token);
            return await database.Database.SqlQuery<int>($"SELECT max(number) AS \"Value\" FROM migrations").SingleAsync(patience.Token) == _newest;
        }
        catch (Exception failed) when (failed is OperationCanceledException || DatabaseFailure.Is(failed))
        {
            return false;
        }
    }
}
