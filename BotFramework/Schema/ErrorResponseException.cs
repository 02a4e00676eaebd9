namespace Microsoft.Bot.Schema;

/// <summary>A channel answered a call with an error; <see cref="Body"/> is its explanation, where it gave one.</summary>
public class ErrorResponseException : Exception
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ErrorResponse Body { get; set; }
}
