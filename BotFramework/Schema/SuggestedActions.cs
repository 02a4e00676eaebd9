namespace Microsoft.Bot.Schema;

public class SuggestedActions
{
    public SuggestedActions() { }

    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default) => (To, Actions) = (to, actions);

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions) => (To, Actions) = (to.ToList(), actions.ToList());

    public IList<CardAction> Actions { get; set; }
    public IList<string> To { get; set; }
}
