using CoachBot.Conversation;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.MyData;

/// <summary>Says what goes and what stays, and deletes everything about the person once they have typed the word for it.</summary>
internal sealed class DeleteDialog : SideDialog
{
    private const string Name = "delete-my-data", Steps = "delete-steps", Confirm = "delete-confirm";

    private readonly Erasure _erasure;
    private readonly Erasing _erasing;
    private readonly PersonState _state;
    private readonly Phrases _phrases;

    public DeleteDialog(Erasure erasure, Erasing erasing, PersonState state, Phrases phrases) : base(Name, Command.DeleteMyData)
    {
        (_erasure, _erasing, _state, _phrases) = (erasure, erasing, state, phrases);
        AddDialog(new WaterfallDialog(Steps, [AskAsync, DeleteAsync]));
        AddDialog(new TextPrompt(Confirm));
        InitialDialogId = Steps;
    }

    private Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var question = PlainMessage.Of(_phrases.Say(MyDataWords.DeleteAsk, ("text", _phrases.Say(MyDataWords.DeleteWord))));
        return step.PromptAsync(Confirm, new PromptOptions { Prompt = question, RetryPrompt = question }, cancellationToken);
    }

    private async Task<DialogTurnResult> DeleteAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var means = TypedText.Normalize((string)step.Result) == TypedText.Normalize(_phrases.Say(MyDataWords.DeleteWord));
        if (means)
            await DeleteAsync(step.Context, cancellationToken);
        await step.Context.SendActivityAsync(_phrases.Say(means ? MyDataWords.Deleted : MyDataWords.DeleteNot), cancellationToken: cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private async Task DeleteAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var work = TurnWork.Require();
        var person = PersonKey.Of(turn.Activity);
        // No case lies on the desk any more that could be gone on with. What the turn writes all the same is deleted with the rest.
        await _state.ClearStateAsync(turn, cancellationToken);
        // Whoever plans or sends a reminder meanwhile waits, and finds nothing.
        PersonLock.TakeWith(work, person.Text);
        IReadOnlyList<long> underWay = [];
        work.Last.Add(async (database, cancel) => underWay = await _erasure.EraseAsync(database, person, work.Conversation, [.. work.Outgoing.Select(o => o.Id)], cancel));
        work.Written.Add(cancel => _erasing.NothingUnderWayAsync(underWay, cancel));
    }
}
