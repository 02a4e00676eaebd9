namespace CoachBot.Benchmarks.Promises;

/// <summary>
/// Many writers plan, promise, lift, stop and go on at random, in two conversations of each rep, while programs on the
/// same database break and die at their writes and days go by; the model says whether anything went out that must not.
/// </summary>
public sealed class PromiseTrial(PromiseTrial.Setting setting)
{
    /// <param name="Operations">How many things the reps ask for, four in a message.</param>
    /// <param name="Folder">A folder of its own, for the file of SQLite and the log of promises.</param>
    /// <param name="Server">The connection string of an empty PostgreSQL database; null for SQLite.</param>
    /// <param name="Prompts">The folder of the program's content.</param>
    /// <param name="Seed">Of every random choice; how the writers meet is the machine's.</param>
    /// <param name="DiesAfter">One program dies after so many operations.</param>
    public sealed record Setting(int Operations, string Folder, string? Server, string Prompts, int Seed, int DiesAfter);

    /// <summary>What happened, and what went out although it must not have.</summary>
    public sealed record Result(int Operations, int Promised, int Lifted, int Reminded, int Deaths, int Failures, int Unanswered, IReadOnlyList<string> Leaks);

    private const int Writers = 16, InAMessage = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly PromiseModel _model = new();
    private readonly LeapingClock _clock = new();
    private readonly bool _onPostgres = setting.Server is not null;
    private readonly List<PromiseProgram> _programs = [];
    private PromiseChannel _channel = null!;
    private int _sent, _deaths, _failures, _dying, _unanswered;

    public async Task<Result> RunAsync()
    {
        _channel = new PromiseChannel(_model, setting.Seed);
        for (var i = 0; i < (_onPostgres ? 2 : 1); i++)
            _programs.Add(await StartAsync());
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));
        foreach (var program in _programs)
        {
            _failures += program.Breakage.Failed;
            await program.DisposeAsync();
        }

        return new Result(setting.Operations, _model.Promised, _model.Lifted, _model.Reminded, _deaths, _failures, _unanswered, _model.Leaks);
    }

    private Task<PromiseProgram> StartAsync() =>
        PromiseProgram.StartAsync(setting.Folder, setting.Server, setting.Prompts, _channel.Line, _clock, new Breakage(_onPostgres, rate: 0.0005, setting.Seed + _deaths));

    private async Task WriteAsync(int writer)
    {
        var random = new Random(setting.Seed * Writers + writer);
        while (Interlocked.Add(ref _sent, InAMessage) is var number && number <= setting.Operations)
        {
            if (number % setting.DiesAfter == 0)
                await DieAsync(random);
            // Less than what a message may be old when it goes out.
            if (number % 200 == 0)
                _clock.Leap(TimeSpan.FromHours(8));
            await OneAsync(random, number);
        }
    }

    private async Task OneAsync(Random random, int number)
    {
        var rep = random.Next(PromiseCast.Reps);
        // One writer for each rep says these, so that their order is known.
        if (random.Next(100) < 4 && _model.TryBegin(rep, null))
        {
            await TellAsync(random, rep, number, $"stop {number}", () => _model.ToldOfStop(rep));
            await Task.Delay(random.Next(300));
            _model.SaysResume(rep);
            await TellAsync(random, rep, -number, $"resume {-number}", () => _model.Settled(rep, null));
            return;
        }

        var (lines, told) = (new List<string>(), new List<Action>());
        for (var i = 0; i < InAMessage; i++)
            Add(random, rep, number, lines, told);
        await TellAsync(random, rep, number, string.Join('\n', lines), () => told.ForEach(t => t()));
    }

    private void Add(Random random, int rep, int number, List<string> lines, List<Action> told)
    {
        var customer = random.Next(PromiseCast.Customers);
        var alias = PromiseCast.Spelling(customer, random.Next(4));
        switch (random.Next(100))
        {
            case < 22 when _model.TryBegin(rep, customer):
                lines.Add($"promise {number} {alias}");
                told.Add(() => _model.ToldOfPromise(rep, customer));
                break;
            case < 46 when _model.TryBegin(rep, customer):
                _model.SaysCameBack(rep, customer);
                lines.Add($"lift {number} {alias}");
                told.Add(() => _model.ToldOfLifting(rep, customer));
                break;
            default:
                lines.Add($"plan {number} {alias}");
                break;
        }
    }

    // Until the answer comes: a message is handed over again where it was not taken.
    private async Task TellAsync(Random random, int rep, int number, string text, Action told)
    {
        _channel.Await(number, told);
        var (conversation, since) = (random.Next(2), TimeProvider.System.GetTimestamp());
        while (!await Program(random).PostAsync(rep, conversation, number, text))
            await Task.Delay(20);
        while (_channel.IsAwaited(number))
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
            {
                // It was too old when it could be sent; what was asked for stays unsettled.
                Interlocked.Increment(ref _unanswered);
                return;
            }

            await Task.Delay(2);
        }
    }

    private PromiseProgram Program(Random random)
    {
        lock (_programs)
            return _programs[random.Next(_programs.Count)];
    }

    private async Task DieAsync(Random random)
    {
        if (Interlocked.Exchange(ref _dying, 1) == 1)
            return;
        try
        {
            var victim = Program(random);
            victim.Breakage.DieSoon();
            for (var since = TimeProvider.System.GetTimestamp(); !victim.Breakage.IsDead && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(5);)
                await Task.Delay(2);
            await victim.DisposeAsync();
            _failures += victim.Breakage.Failed;
            _deaths++;
            var next = await StartAsync();
            lock (_programs)
                _programs[_programs.IndexOf(victim)] = next;
        }
        finally
        {
            _dying = 0;
        }
    }

    /// <summary>A clock that is a day ahead now and then; what has passed in between is real.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long _ahead;

        public void Leap(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
    }
}
