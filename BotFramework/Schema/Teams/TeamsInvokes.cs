namespace Microsoft.Bot.Schema.Teams;

public class O365ConnectorCardActionQuery
{
    public O365ConnectorCardActionQuery() { }

    public O365ConnectorCardActionQuery(string body = default, string actionId = default) => (Body, ActionId) = (body, actionId);

    public string ActionId { get; set; }
    public string Body { get; set; }
}

public class SigninStateVerificationQuery
{
    public SigninStateVerificationQuery() { }

    public SigninStateVerificationQuery(string state = default) => State = state;

    public string State { get; set; }
}

public class ReadReceiptInfo
{
    public ReadReceiptInfo() { }

    public ReadReceiptInfo(string lastReadMessageId) => LastReadMessageId = lastReadMessageId;

    public string LastReadMessageId { get; set; }

    /// <summary>Message ids are times: what is not later than the last one read has been read.</summary>
    public static bool IsMessageRead(string compareMessageId, string lastReadMessageId)
        => long.TryParse(compareMessageId, out var compared) && long.TryParse(lastReadMessageId, out var lastRead) && compared <= lastRead;

    public bool IsMessageRead(string compareMessageId) => IsMessageRead(compareMessageId, LastReadMessageId);
}
