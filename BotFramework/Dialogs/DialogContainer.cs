using Microsoft.Bot.Builder.TraceExtensions;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog made of dialogs.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null) : base(dialogId) { }

    public DialogSet Dialogs { get; set; } = new();

    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            base.TelemetryClient = value;
            Dialogs.TelemetryClient = base.TelemetryClient;
        }
    }

    public abstract DialogContext CreateChildContext(DialogContext dc);

    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    public virtual Dialog FindDialog(string dialogId, DialogContext dc = null) => Dialogs.Find(dialogId) ?? dc?.FindDialog(dialogId);

    public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (await base.OnDialogEventAsync(dc, e, cancellationToken))
            return true;

        if (e.Name == DialogEvents.VersionChanged)
        {
            await dc.Context.TraceActivityAsync(
                $"Unhandled dialog event: {e.Name}. Active dialog: {dc.ActiveDialog?.Id}", cancellationToken: cancellationToken);
        }

        return false;
    }

    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>Tells the dialogs by an event when a conversation was begun on an older version of this container.</summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var begunOn = dc.ActiveDialog.Version;
        dc.ActiveDialog.Version = GetInternalVersion();
        if (begunOn != null && begunOn != dc.ActiveDialog.Version)
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, cancellationToken: cancellationToken);
    }
}
