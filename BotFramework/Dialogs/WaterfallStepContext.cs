namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a step of a waterfall knows: the dialog's options, its values so far, and the result that brought it here.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private readonly DialogContext _waterfallDc;
    private bool _nextCalled;

    internal WaterfallStepContext(
        WaterfallDialog waterfall, DialogContext dc, object options, IDictionary<string, object> values, int index, DialogReason reason, object result)
        : base(dc.Dialogs, dc, new DialogState(dc.Stack))
    {
        Parent = dc.Parent;
        (_waterfall, _waterfallDc) = (waterfall, dc);
        (Options, Values, Index, Reason, Result) = (options, values, index, reason, result);
    }

    public int Index { get; }

    public object Options { get; }

    public DialogReason Reason { get; }

    public object Result { get; }

    /// <summary>What the steps remember for one another; stored between turns.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes on to the next step in the same turn.</summary>
    /// <exception cref="InvalidOperationException">The step has gone on already.</exception>
    public async Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(result, nameof(result));
        if (_nextCalled)
            throw new InvalidOperationException($"WaterfallStepContext.NextAsync(): already called for dialog and step '{_waterfall.Id}[{Index}]'.");

        _nextCalled = true;
        return await _waterfall.ResumeDialogAsync(_waterfallDc, DialogReason.NextCalled, result, cancellationToken);
    }
}
