namespace Microsoft.Bot.Schema;

public class ErrorResponse
{
    public ErrorResponse() { }

    public ErrorResponse(Error error = default) => Error = error;

    public Error Error { get; set; }
}

public class Error
{
    public Error() { }

    public Error(string code = default, string message = default, InnerHttpError innerHttpError = default)
        => (Code, Message, InnerHttpError) = (code, message, innerHttpError);

    public string Code { get; set; }
    public InnerHttpError InnerHttpError { get; set; }
    public string Message { get; set; }
}

public class InnerHttpError
{
    public InnerHttpError() { }

    public InnerHttpError(int? statusCode = default, object body = default) => (StatusCode, Body) = (statusCode, body);

    public object Body { get; set; }
    public int? StatusCode { get; set; }
}
