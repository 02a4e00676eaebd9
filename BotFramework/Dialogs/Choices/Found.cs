using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public class FoundChoice
{
    [JsonPropertyName("value")]
    public string Value { get; set; }

    [JsonPropertyName("index")]
    public int Index { get; set; }

    /// <summary>How sure the match is: 1 when every word matched in order.</summary>
    [JsonPropertyName("score")]
    public float Score { get; set; }

    /// <summary>The value, title or synonym that matched; null when it was a number or an ordinal.</summary>
    [JsonPropertyName("synonym")]
    public string Synonym { get; set; }
}

public class FoundValue
{
    [JsonPropertyName("value")]
    public string Value { get; set; }

    [JsonPropertyName("index")]
    public int Index { get; set; }

    [JsonPropertyName("score")]
    public float Score { get; set; }
}

/// <summary>A value to look for, and the index that a match reports.</summary>
public class SortedValue
{
    [JsonPropertyName("value")]
    public string Value { get; set; }

    [JsonPropertyName("index")]
    public int Index { get; set; }
}

/// <summary>Something recognised in an utterance, from <see cref="Start"/> to <see cref="End"/>, both inclusive.</summary>
public class ModelResult<T>
{
    public int Start { get; set; }
    public int End { get; set; }
    public string Text { get; set; }
    public string TypeName { get; set; }
    public T Resolution { get; set; }
}
