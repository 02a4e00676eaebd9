using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Conversation;

/// <summary>Something that can be asked for at any time and is answered at once; whatever is under way goes on after it.</summary>
public interface IAside
{
    Command Command { get; }

    Task AnswerAsync(ITurnContext turn, CancellationToken cancellationToken);
}

/// <summary>A short dialog that can be asked for at any time: a debrief under way waits on the desk meanwhile.</summary>
public abstract class SideDialog(string id, Command command) : ComponentDialog(id)
{
    public Command Command { get; } = command;
}
