using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Reads which choice is meant: by its name, else by its position ("the second one"), else by its number ("2").</summary>
public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return RecognizeChoices(utterance, choices.Select(choice => new Choice(choice)).ToList(), options);
    }

    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        options ??= new FindChoicesOptions();
        var found = Find.FindChoices(utterance, list, options);
        if (found.Count == 0 && options.RecognizeOrdinals)
            found = ByPosition(OrdinalRecognizer.Recognize(utterance, options.Locale), list);
        if (found.Count == 0 && options.RecognizeNumbers)
            found = ByPosition(NumberRecognizer.Recognize(utterance, options.Locale), list);
        return found;
    }

    private static List<ModelResult<FoundChoice>> ByPosition(List<RecognizedNumber> numbers, IList<Choice> list)
    {
        var found = new List<ModelResult<FoundChoice>>();
        foreach (var number in numbers)
        {
            // The last is -1.
            var position = number.Value < 0 ? list.Count + number.Value : number.Value - 1;
            if (position < 0 || position >= list.Count || position % 1 != 0)
                continue;

            var index = (int)position;
            found.Add(new ModelResult<FoundChoice>
            {
                Start = number.Start,
                End = number.End,
                Text = number.Text,
                TypeName = "choice",
                Resolution = new FoundChoice { Value = list[index].Value, Index = index, Score = 1 },
            });
        }

        return found;
    }
}
