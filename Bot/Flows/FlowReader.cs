using CoachBot.Content;

namespace CoachBot.Flows;

/// <summary>Reads the flows of Prompts/flows and notes whatever is wrong with them.</summary>
public static class FlowReader
{
    private static readonly Dictionary<string, QuestionKind> Kinds = new()
    {
        ["text"] = QuestionKind.Text,
        ["long-text"] = QuestionKind.LongText,
        ["choice"] = QuestionKind.Choice,
        ["count"] = QuestionKind.Count,
        ["cues"] = QuestionKind.Cues,
    };

    public static IReadOnlyDictionary<string, Flow> ReadAll(ContentFolder folder, Mistakes mistakes)
    {
        var flows = new Dictionary<string, Flow>();
        foreach (var file in folder.YamlFiles("flows", mistakes))
        {
            var flow = Read(file);
            if (!flows.TryAdd(flow.Name, flow))
                file.Mistake($"there is another flow named '{flow.Name}'");
        }

        return flows;
    }

    private static Flow Read(YamlPart file)
    {
        file.Knows("flow", "version", "questions");
        var questions = new List<Question>();
        foreach (var item in file.Items("questions"))
        {
            var question = ReadQuestion(item);
            if (questions.Exists(q => q.Id == question.Id))
                item.Mistake($"there is another question '{question.Id}'");
            if (question.OnlyIf is { } only && !questions.Exists(q => q.Id == only.Question && q.Options.Any(o => o.Id == only.Option)))
                item.Mistake($"only-if names '{only.Question}: {only.Option}', which is no option of an earlier question");
            if (question.Unless is { } unless && !questions.Exists(q => q.Id == unless.Question && unless.Options.All(o => q.Options.Any(known => known.Id == o))))
                item.Mistake($"unless names '{unless.Question}: {string.Join(", ", unless.Options)}', which are no options of an earlier question");
            questions.Add(question);
        }

        return new Flow(file.Text("flow"), file.Whole("version") ?? 0, questions);
    }

    private static Question ReadQuestion(YamlPart item)
    {
        item.Knows("id", "kind", "optional", "ask", "ask-written", "label", "retry", "help", "skip", "nothing", "other", "longest", "options", "only-if", "unless", "only-after");
        var kindName = item.Text("kind");
        if (!Kinds.TryGetValue(kindName, out var kind) && kindName.Length > 0)
            item.Mistake($"kind is one of {string.Join(", ", Kinds.Keys)}, not '{kindName}'");
        var question = new Question(item.Text("id"), kind, item.Text("ask"))
        {
            AskWritten = item.OptionalText("ask-written"),
            Label = item.Text("label"),
            Retry = item.OptionalText("retry"),
            Help = item.Text("help"),
            Skip = item.OptionalText("skip"),
            Nothing = item.OptionalText("nothing"),
            Other = item.OptionalText("other"),
            Optional = item.Flag("optional"),
            Longest = item.Whole("longest") ?? 20_000,
            Options = [.. item.OptionalItems("options").Select(ReadOption)],
            OnlyIf = item.Optional("only-if")?.Entries() is [var (key, value), ..] ? (key, value.AsText()) : null,
            Unless = item.Optional("unless")?.Entries() is [var (earlier, options), ..] ? (earlier, [.. options.AsItems().Select(o => o.AsText())]) : null,
            OnlyAfter = item.OptionalTexts("only-after"),
        };
        Check(item, question);
        return question;
    }

    private static void Check(YamlPart item, Question question)
    {
        if (question.Optional != question.Skip is not null)
            item.Mistake("an optional question has a 'skip' button, and only an optional one");
        if (!question.Optional && question.Retry is null)
            item.Mistake("a question that must be answered has a 'retry': what to say when the answer cannot be read");
        if (question.Kind is QuestionKind.Choice or QuestionKind.Count && question.Options.Count < 2)
            item.Mistake("a choice has at least two options");
        if (question.Options.Count + (question.Optional ? 1 : 0) > 7)
            item.Mistake("there is room for six options and a skip");
        if (question.Options.Select(o => o.Id).Distinct().Count() < question.Options.Count)
            item.Mistake("two options have the same id");
    }

    private static QuestionOption ReadOption(YamlPart item)
    {
        item.Knows("id", "says", "heard");
        return new QuestionOption(item.Text("id"), item.Text("says"), item.OptionalTexts("heard"));
    }
}
