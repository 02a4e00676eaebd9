namespace Microsoft.Bot.Builder.Dialogs;

public static class DialogExtensions
{
    /// <summary>Continues the dialog with this turn, or begins it when nothing is under way.</summary>
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dialogs = new DialogSet(accessor) { TelemetryClient = dialog.TelemetryClient };
        dialogs.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        while (true)
        {
            try
            {
                var result = await dc.ContinueDialogAsync(cancellationToken);
                if (result.Status == DialogTurnStatus.Empty)
                    await dc.BeginDialogAsync(dialog.Id, null, cancellationToken);
                return;
            }
            catch (Exception error)
            {
                // The dialogs hear of it first, the innermost before the others; one that handles it has the turn run again.
                if (!await dc.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken))
                    throw;
            }
        }
    }
}
