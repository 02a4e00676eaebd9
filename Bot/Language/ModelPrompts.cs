using CoachBot.Content;

namespace CoachBot.Language;

/// <summary>A prompt that the program uses, and everything it has to put into it.</summary>
/// <param name="Name">Its file in Prompts/model/, without the ending.</param>
/// <param name="Inputs">Texts of our own that its instructions may hold, as {{name}}.</param>
/// <param name="Data">What people wrote: sent apart, and only what the file asks for.</param>
public sealed record PromptForm(string Name, IReadOnlyList<string> Inputs, IReadOnlyList<string> Data);

/// <summary>The prompts of Prompts/model/, checked against what the program gives them.</summary>
public sealed class ModelPrompts
{
    public const string Repair = "repair";

    private static readonly PromptForm RepairForm = new(Repair, [], []);

    private readonly Dictionary<string, ModelPrompt> _prompts = [];

    public ModelPrompt this[string name] => _prompts[name];

    /// <summary>All prompts of the program: a file that nothing asks with is a mistake.</summary>
    public static ModelPrompts Read(ContentFolder folder, IEnumerable<PromptForm> forms, Mistakes mistakes)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var known = forms.Append(RepairForm).ToList();
        var prompts = ReadSome(folder, known, mistakes);
        foreach (var file in folder.Files("model", "*.md").Where(f => !known.Exists(k => ModelPrompt.FileOf(k.Name) == f)))
            mistakes.Add(file, 1, $"no part of the program asks a model with this; known are {string.Join(", ", known.Select(k => ModelPrompt.FileOf(k.Name)))}");
        return prompts;
    }

    /// <summary>Only these prompts, for a part of the program that runs by itself.</summary>
    public static ModelPrompts ReadSome(ContentFolder folder, IEnumerable<PromptForm> forms, Mistakes mistakes)
    {
        var prompts = new ModelPrompts();
        foreach (var form in forms.Append(RepairForm).Distinct())
        {
            if (ModelPrompt.Read(folder, form, mistakes) is { } prompt)
                prompts._prompts[form.Name] = prompt;
        }

        return prompts;
    }
}
