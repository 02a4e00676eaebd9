using CoachBot.Conversation;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.MyData;

/// <summary>"Export my data": a link that is only for the person.</summary>
internal sealed class ExportAside(ExportLinks links, Phrases phrases) : IAside
{
    public Command Command => Command.ExportMyData;

    public async Task AnswerAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (links.Address is null)
        {
            await turn.SendActivityAsync(PlainMessage.Of(phrases.Say(MyDataWords.ExportNoAddress)), cancellationToken);
            return;
        }

        var link = await links.MakeAsync(TurnWork.Require(), PersonKey.Of(turn.Activity).Text, cancellationToken);
        var button = new HeroCard { Buttons = [new CardAction { Type = ActionTypes.OpenUrl, Title = phrases.Say(MyDataWords.ExportButton), Value = link }] };
        await turn.SendActivityAsync(PlainMessage.Of(phrases.Say(MyDataWords.Export), new Attachment { ContentType = HeroCard.ContentType, Content = button }), cancellationToken);
    }
}
