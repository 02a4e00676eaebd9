using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CoachBot.Benchmarks.Faults;

/// <summary>What is done to the program, its database and its disk.</summary>
internal static class Disturbers
{
    private const int MostPoints = 72;

    /// <summary>Lets the first replica kill itself at the first point, then, started again, at the second, and so on.</summary>
    public static async Task CrashAtEveryPointAsync(FaultStage stage)
    {
        var replica = stage.Fleet.Replicas[0];
        await stage.Fleet.KillAsync(replica);
        foreach (var at in Points(stage.Step))
        {
            replica.Start(at);
            // People wait already: it may be at its point before it is ready.
            _ = await replica.ReadyAsync();
            for (var began = Stopwatch.StartNew(); replica.IsRunning && began.Elapsed < TimeSpan.FromSeconds(20);)
                await Task.Delay(10);
            if (replica.IsRunning)
                await replica.KillAsync();
            stage.Fleet.NoteFault(replica.Died - (Stopwatch.Frequency / 50), Stopwatch.GetTimestamp());
            if (replica.Output.LastOrDefault(o => o.StartsWith("crash-point ", StringComparison.Ordinal)) is { } point)
                stage.Points[point[12..]] = stage.Points.GetValueOrDefault(point[12..]) + 1;
        }

        replica.Start();
        await replica.ReadyAsync();
        stage.Enough.TrySetResult();
    }

    // An early one, a late one, by turns: what five processes in a row died over would be parked, and rightly.
    private static IEnumerable<int> Points(int step)
    {
        List<int> points = [.. Enumerable.Range(0, ((MostPoints - 1) / step) + 1).Select(n => 1 + (n * step))];
        return points.Select((_, n) => points[n % 2 == 0 ? n / 2 : points.Count - 1 - (n / 2)]);
    }

    /// <summary>Kills one after the other every five seconds, but only when all take messages: one is away at a time. A program that is alone gets the five seconds from then on.</summary>
    public static async Task KillWhenReadyAsync(FaultStage stage)
    {
        for (var at = 0; !stage.Done.IsCancellationRequested; at++)
        {
            if (stage.Fleet.Replicas.Count == 1)
                await stage.Fleet.ReadyAsync();
            await stage.PauseAsync(5);
            await stage.Fleet.ReadyAsync();
            if (stage.Done.IsCancellationRequested)
                return;
            var replica = stage.Fleet.Replicas[at % stage.Fleet.Replicas.Count];
            await stage.Fleet.KillAsync(replica);
            replica.Start();
            if (at >= 1)
                stage.Enough.TrySetResult();
        }
    }

    /// <summary>The same, whether or not it has come up.</summary>
    public static async Task KillWithoutMercyAsync(FaultStage stage)
    {
        for (var at = 0; !stage.Done.IsCancellationRequested && at < 100; at++)
        {
            await stage.PauseAsync(5);
            if (stage.Done.IsCancellationRequested)
                return;
            var replica = stage.Fleet.Replicas[at % stage.Fleet.Replicas.Count];
            await stage.Fleet.KillAsync(replica);
            replica.Start();
            if (at >= 3)
                stage.Enough.TrySetResult();
        }
    }

    public static async Task CrashPostgresAsync(FaultStage stage)
    {
        for (var at = 0; !stage.Done.IsCancellationRequested; at++)
        {
            await stage.PauseAsync(4);
            if (stage.Done.IsCancellationRequested)
                return;
            var from = Stopwatch.GetTimestamp();
            await stage.Postgres!.CrashAsync();
            stage.Fleet.NoteFault(from, from);
            if (at >= 1)
                stage.Enough.TrySetResult();
        }
    }

    /// <summary>Freezes a replica for longer than its leases last.</summary>
    public static async Task FreezeAsync(FaultStage stage)
    {
        for (var at = 0; !stage.Done.IsCancellationRequested; at++)
        {
            await stage.PauseAsync(3);
            if (stage.Done.IsCancellationRequested)
                return;
            var replica = stage.Fleet.Replicas[at % stage.Fleet.Replicas.Count];
            var from = Stopwatch.GetTimestamp();
            await replica.SignalAsync("-STOP");
            await Task.Delay(TimeSpan.FromSeconds(13));
            await replica.SignalAsync("-CONT");
            stage.Fleet.NoteFault(from, Stopwatch.GetTimestamp());
            stage.Enough.TrySetResult();
        }
    }

    /// <summary>Fills the disk to the last byte for four seconds.</summary>
    public static async Task FillDiskAsync(FaultStage stage)
    {
        var ballast = Path.Combine(stage.Folder, "ballast");
        for (var at = 0; !stage.Done.IsCancellationRequested; at++)
        {
            await stage.PauseAsync(2);
            stage.Fleet.NoteFault(0, 0);
            await FillAsync(ballast);
            await Task.Delay(TimeSpan.FromSeconds(4));
            File.Delete(ballast);
            if (at >= 1)
                stage.Enough.TrySetResult();
        }
    }

    /// <summary>Somebody else writes to SQLite's file for three seconds.</summary>
    public static async Task LockAsync(FaultStage stage)
    {
        for (var at = 0; !stage.Done.IsCancellationRequested; at++)
        {
            await stage.PauseAsync(2);
            stage.Fleet.NoteFault(0, 0);
            await using var connection = new SqliteConnection($"Data Source={stage.Fleet.Database};Pooling=False");
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction(deferred: false);
            await Task.Delay(TimeSpan.FromSeconds(3));
            await transaction.RollbackAsync();
            if (at >= 1)
                stage.Enough.TrySetResult();
        }
    }

    /// <summary>Mounts a disk of so many megabytes; false where that is not allowed.</summary>
    public static async Task<bool> MountAsync(string folder, int megabytes)
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder]) { RedirectStandardError = true })!;
        await mount.WaitForExitAsync();
        return mount.ExitCode == 0;
    }

    public static async Task UnmountAsync(string folder)
    {
        using var unmount = Process.Start("umount", [folder]);
        await unmount.WaitForExitAsync();
    }

    private static async Task FillAsync(string ballast)
    {
        var zeros = new byte[4096];
        await using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                await file.WriteAsync(zeros);
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
