namespace Microsoft.Bot.Builder.Dialogs;

public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>A dialog of steps: each runs with the result of what the one before it began, or with the user's next message.</summary>
public class WaterfallDialog : Dialog
{
    private const string PersistedOptions = "options";
    private const string PersistedValues = "values";
    private const string PersistedInstanceId = "instanceId";
    private const string StepIndex = "stepIndex";

    private readonly List<WaterfallStep> _steps;

    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions = null)
        : base(dialogId)
        => _steps = actions?.ToList() ?? [];

    /// <summary>Changes with the number of steps.</summary>
    public override string GetVersion() => $"{Id}:{_steps.Count}";

    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        RefuseToken(options, nameof(options));
        var state = dc.ActiveDialog.State;
        state[PersistedOptions] = options;
        state[PersistedValues] = new Dictionary<string, object>();
        state[PersistedInstanceId] = Guid.NewGuid().ToString();
        Track("WaterfallStart", state);
        TelemetryClient.TrackDialogView(Id);
        return await RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == Schema.ActivityTypes.Message
            ? await ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : EndOfTurn;
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return await RunStepAsync(dc, dc.ActiveDialog.State.Int(StepIndex) + 1, reason, result, cancellationToken);
    }

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (reason == DialogReason.CancelCalled)
            Track("WaterfallCancel", instance.State, instance.State.Int(StepIndex));
        else if (reason == DialogReason.EndCalled)
            Track("WaterfallComplete", instance.State);
        return Task.CompletedTask;
    }

    protected virtual async Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        Track("WaterfallStep", stepContext.ActiveDialog.State, stepContext.Index);
        return await _steps[stepContext.Index](stepContext, cancellationToken);
    }

    /// <summary>Runs a step; after the last one, ends the dialog with the result.</summary>
    protected async Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= _steps.Count)
            return await dc.EndDialogAsync(result, cancellationToken);

        var state = dc.ActiveDialog.State;
        state[StepIndex] = index;
        var step = new WaterfallStepContext(this, dc, state.Value(PersistedOptions), state.Map(PersistedValues), index, reason, result);
        return await OnStepAsync(step, cancellationToken);
    }

    private void Track(string name, IDictionary<string, object> state, int step = -1)
    {
        if (TelemetryClient is NullBotTelemetryClient)
            return;

        var properties = new Dictionary<string, string> { ["DialogId"] = Id, ["InstanceId"] = state.Text(PersistedInstanceId) };
        if (step >= 0)
            properties["StepName"] = StepName(step);
        TelemetryClient.TrackEvent(name, properties);
    }

    // A lambda has no name that says anything.
    private string StepName(int index)
        => _steps.ElementAtOrDefault(index)?.Method.Name is { } name && !name.Contains('<') ? name : $"Step{index + 1}of{_steps.Count}";
}
