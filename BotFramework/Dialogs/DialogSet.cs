namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can begin one another by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = [];
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private IBotTelemetryClient _telemetryClient = NullBotTelemetryClient.Instance;
    private string _version;

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>A set without a state of its own, for a container that keeps its children's state itself.</summary>
    public DialogSet() { }

    public IBotTelemetryClient TelemetryClient
    {
        get => _telemetryClient;
        set
        {
            _telemetryClient = value ?? NullBotTelemetryClient.Instance;
            // Containers hand it on to their own sets; a dialog that has it already may be one that contains this set.
            foreach (var dialog in _dialogs.Values.Where(dialog => dialog.TelemetryClient != _telemetryClient))
                dialog.TelemetryClient = _telemetryClient;
        }
    }

    /// <summary>Adds a dialog and those that it depends on. An id that is taken gets the next free number: "name", "name2", "name3".</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (_dialogs.TryGetValue(dialog.Id, out var namesake))
        {
            if (namesake == dialog)
                return this;

            var number = 2;
            while (_dialogs.ContainsKey($"{dialog.Id}{number}"))
                number++;
            dialog.Id = $"{dialog.Id}{number}";
        }

        _version = null;
        _dialogs[dialog.Id] = dialog;
        if (_telemetryClient is not NullBotTelemetryClient)
            dialog.TelemetryClient = _telemetryClient;
        foreach (var dependency in (dialog as IDialogDependencies)?.GetDependencies() ?? [])
            Add(dependency);
        return this;
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState == null)
            throw new InvalidOperationException("DialogSet.CreateContextAsync(): the set was created without an accessor for its state.");

        var state = await _dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }

    public Dialog Find(string dialogId)
    {
        return _dialogs.GetValueOrDefault(Dialog.RequireId(dialogId, nameof(dialogId)));
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    /// <summary>A text that changes when a dialog is added or changed.</summary>
    public virtual string GetVersion() => _version ??= StringUtils.Hash(string.Concat(_dialogs.Values.Select(dialog => dialog.GetVersion())));
}

/// <summary>A dialog that needs other dialogs in the set it is added to.</summary>
public interface IDialogDependencies
{
    IEnumerable<Dialog> GetDependencies();
}
