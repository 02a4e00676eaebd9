namespace Microsoft.Bot.Schema;

public static class SearchInvokeTypes
{
    public const string Search = "search";
    public const string SearchAnswer = "searchAnswer";
    public const string Typeahead = "typeahead";
}

public class SearchInvokeValue
{
    public object Context { get; set; }
    public string Kind { get; set; }
    public SearchInvokeOptions QueryOptions { get; set; }
    public string QueryText { get; set; }
}

public class SearchInvokeOptions
{
    public int Skip { get; set; }
    public int Top { get; set; }
}

public class SearchInvokeResponse : AdaptiveCardInvokeResponse
{
}
