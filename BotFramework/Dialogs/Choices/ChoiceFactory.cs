using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Writes a message that offers choices.</summary>
public class ChoiceFactory
{
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>The choices as the channel shows them best: buttons where there are any and the titles fit, else a sentence or a list.</summary>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null,
        string conversationType = null, IList<string> toList = null)
    {
        list ??= [];
        var fits = list.All(choice => Title(choice).Length <= Channel.MaxActionTitleLength(channelId));
        if (fits && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
            return SuggestedAction(list, text, speak, toList);
        if (fits && Channel.SupportsCardActions(channelId, list.Count))
            return HeroCard(list, text, speak);
        return fits && list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var written = new StringBuilder(text).Append(' ');
        for (var index = 0; index < choices.Count; index++)
        {
            if (index > 0)
                written.Append(Connector(index, choices.Count, options));
            if (options?.IncludeNumbers ?? true)
                written.Append(CultureInfo.InvariantCulture, $"({index + 1}) ");
            written.Append(Title(choices[index]));
        }

        return MessageFactory.Text(written.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => List(ToChoices(choices), text, speak, options);

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var written = new StringBuilder(text);
        for (var index = 0; index < choices.Count; index++)
        {
            written.Append(index == 0 ? "\n\n   " : "\n   ");
            written.Append(options?.IncludeNumbers ?? true ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ") : "- ");
            written.Append(Title(choices[index]));
        }

        return MessageFactory.Text(written.ToString(), speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null)
        => SuggestedAction(ToChoices(choices), text, speak, null);

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = null)
        => SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null)
        => SuggestedAction(choices, text, speak, null);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null)
        => MessageFactory.SuggestedActions(Actions(choices), text, speak, InputHints.ExpectingInput, toList);

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard(text: text, buttons: Actions(choices));
        return MessageFactory.Attachment(card.ToAttachment(), null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string> choices) => choices?.Select(choice => new Choice(choice)).ToList() ?? [];

    private static string Title(Choice choice)
        => string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value ?? string.Empty : choice.Action.Title;

    private static string Connector(int index, int count, ChoiceFactoryOptions options)
    {
        if (index < count - 1)
            return options?.InlineSeparator ?? ", ";
        return count == 2 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
    }

    private static List<CardAction> Actions(IList<Choice> choices)
        => (choices ?? []).Select(choice => choice.Action
            ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value }).ToList();
}
