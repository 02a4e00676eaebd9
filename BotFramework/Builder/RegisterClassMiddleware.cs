namespace Microsoft.Bot.Builder;

/// <summary>Puts a service into every turn's state, under its type or a key.</summary>
public class RegisterClassMiddleware<T> : IMiddleware
    where T : class
{
    private readonly string _key;

    public RegisterClassMiddleware(T service) => Service = service;

    public RegisterClassMiddleware(T service, string key)
        : this(service) => _key = key;

    public T Service { get; set; }

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        if (_key == null)
        {
            turnContext.TurnState.Set(Service);
        }
        else
        {
            turnContext.TurnState.Set(_key, Service);
        }

        return nextTurn(cancellationToken);
    }
}
