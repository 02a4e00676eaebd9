namespace Microsoft.Bot.Builder;

/// <summary>What the caller of an invoke is answered: an HTTP status and the raw body.</summary>
public class InvokeResponse
{
    public object Body { get; set; }
    public int Status { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}

public class InvokeResponse<T> : InvokeResponse
{
    public new T Body
    {
        get => (T)base.Body;
        set => base.Body = value;
    }
}
