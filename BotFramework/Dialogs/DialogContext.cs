using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One turn of a stack of dialogs: begins, continues, replaces and ends what is on it.</summary>
public class DialogContext
{
    private TurnContextStateCollection _services;

    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, (parentDialogContext ?? throw new ArgumentNullException(nameof(parentDialogContext))).Context, state)
    {
        Parent = parentDialogContext;
        foreach (var (key, service) in parentDialogContext._services ?? [])
            Services[key] = service;
    }

    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = (state ?? new DialogState()).DialogStack;
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The dialogs under way, the active one first.</summary>
    public List<DialogInstance> Stack { get; }

    public DialogContext Parent { get; set; }

    public TurnContextStateCollection Services => _services ??= [];

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>The context inside the active dialog, when that is a container.</summary>
    public DialogContext Child
        => ActiveDialog is { } instance && FindDialog(instance.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    public async Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Dialog.RequireId(dialogId, nameof(dialogId));
        Dialog.RefuseToken(options, nameof(options));
        var dialog = FindDialog(dialogId) ?? throw new ArgumentException(
            $"DialogContext.BeginDialogAsync(): a dialog with an id of '{dialogId}' wasn't found. It must be in the current or a parent DialogSet.",
            nameof(dialogId));
        Stack.Insert(0, new DialogInstance { Id = dialogId });
        return await dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    public async Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        Dialog.RequireId(dialogId, nameof(dialogId));
        ArgumentNullException.ThrowIfNull(options);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
        => ActiveDialog == null
            ? new DialogTurnResult(DialogTurnStatus.Empty)
            : await FindActive(nameof(ContinueDialogAsync)).ContinueDialogAsync(this, cancellationToken);

    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog == null
            ? new DialogTurnResult(DialogTurnStatus.Complete, result)
            : await FindActive(nameof(EndDialogAsync)).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken);
    }

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
        => CancelAllDialogsAsync(false, cancellationToken: cancellationToken);

    /// <summary>
    /// Ends every dialog of this stack, and of the parents' if asked. Each but the first is told by an event beforehand; one that
    /// handles the event stops the cancelling.
    /// </summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(eventValue, nameof(eventValue));
        if (Stack.Count == 0 && Parent == null)
            return new DialogTurnResult(DialogTurnStatus.Empty);

        var isFirst = true;
        for (var dc = this; dc != null;)
        {
            if (dc.Stack.Count == 0)
            {
                dc = cancelParents ? dc.Parent : null;
                continue;
            }

            if (!isFirst && await dc.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, false, false, cancellationToken))
                break;

            isFirst = false;
            await dc.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken) || ActiveDialog == null)
            return;

        await FindActive(nameof(RepromptDialogAsync)).RepromptDialogAsync(Context, ActiveDialog, cancellationToken);
    }

    /// <summary>The dialog of that id here or in a parent; null when there is none.</summary>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    public async Task<bool> EmitEventAsync(
        string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var dc = this;
        for (var child = fromLeaf ? Child : null; child != null; child = child.Child)
            dc = child;
        return dc.ActiveDialog is { } instance && dc.FindDialog(instance.Id) is { } dialog
            && await dialog.OnDialogEventAsync(dc, new DialogEvent { Name = name, Value = value, Bubble = bubble }, cancellationToken);
    }

    public string GetLocale()
        => string.IsNullOrEmpty(Context.Activity?.Locale) ? CultureInfo.CurrentCulture.Name : Context.Activity.Locale;

    private Dialog FindActive(string caller) => FindDialog(ActiveDialog.Id) ?? throw new InvalidOperationException(
        $"DialogContext.{caller}(): the active dialog, '{ActiveDialog.Id}', wasn't found. It must be in the current or a parent DialogSet.");

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance)
            return;

        if (FindDialog(instance.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, instance, reason, cancellationToken);
        Stack.Remove(instance);
    }
}
