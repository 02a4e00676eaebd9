namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A part of a conversation that can be begun, continued over several turns, resumed and ended.</summary>
public abstract class Dialog
{
    /// <summary>Says that the dialog has spoken and waits for the user.</summary>
#pragma warning disable CA2211 // The SDK's callers compare with this field.
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);
#pragma warning restore CA2211

    private string _id;
    private IBotTelemetryClient _telemetryClient = NullBotTelemetryClient.Instance;

    public Dialog(string dialogId = null) => _id = dialogId;

    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    public virtual IBotTelemetryClient TelemetryClient
    {
        get => _telemetryClient;
        set => _telemetryClient = value ?? NullBotTelemetryClient.Instance;
    }

    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>Called when a message comes while the dialog is active; unless overridden, ends the dialog.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        => dc.EndDialogAsync(cancellationToken: cancellationToken);

    /// <summary>Called when a dialog that this one began has ended; unless overridden, ends this one with the same result.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
        => dc.EndDialogAsync(result, cancellationToken);

    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>A text that changes when the dialog changes, so that a conversation begun on an older one can be told.</summary>
    public virtual string GetVersion() => Id;

    /// <summary>Offers an event to this dialog, then to its parents, then to this dialog again; true when one of them handled it.</summary>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        return await OnPreBubbleEventAsync(dc, e, cancellationToken)
            || (e.Bubble && dc.Parent != null && await dc.Parent.EmitEventAsync(e.Name, e.Value, true, false, cancellationToken))
            || await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        => Task.FromResult(false);

    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        => Task.FromResult(false);

    protected virtual string OnComputeId() => GetType().Name;

    // A token passed where a result belongs is a slip that would otherwise show only turns later.
    internal static void RefuseToken(object value, string name)
    {
        if (value is CancellationToken)
            throw new ArgumentException($"{name} cannot be a cancellation token", name);
    }

    // An empty id is refused as a missing one, as the SDK does.
    internal static string RequireId(string id, string name) => string.IsNullOrWhiteSpace(id) ? throw new ArgumentNullException(name) : id;
}
