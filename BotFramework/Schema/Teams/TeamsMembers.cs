using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

public class TeamsChannelAccount : ChannelAccount
{
    public TeamsChannelAccount() { }

    public TeamsChannelAccount(
        string id = default, string name = default, string givenName = default, string surname = default, string email = default,
        string userPrincipalName = default, string tenantId = default, string userRole = default)
        => (Id, Name, GivenName, Surname, Email, UserPrincipalName, TenantId, UserRole)
        = (id, name, givenName, surname, email, userPrincipalName, tenantId, userRole);

    public TeamsChannelAccount(
        string id = default, string name = default, string givenName = default, string surname = default, string email = default,
        string userPrincipalName = default)
        => (Id, Name, GivenName, Surname, Email, UserPrincipalName) = (id, name, givenName, surname, email, userPrincipalName);

    public string Email { get; set; }
    public string GivenName { get; set; }
    public string Surname { get; set; }
    public string TenantId { get; set; }
    public string UserPrincipalName { get; set; }
    public string UserRole { get; set; }

    // A team's roster calls the same thing by another name.
    [JsonInclude]
    internal string ObjectId
    {
        get => null;
        set => AadObjectId = value;
    }
}

public class TeamsPagedMembersResult
{
    public TeamsPagedMembersResult() { }

    public TeamsPagedMembersResult(string continuationToken = default, IList<ChannelAccount> members = default)
        => (ContinuationToken, Members) = (continuationToken, members?.Select(ProtocolJson.To<TeamsChannelAccount>).ToList());

    public string ContinuationToken { get; set; }
    public IList<TeamsChannelAccount> Members { get; set; }
}

public class TeamDetails
{
    public TeamDetails() { }

    public TeamDetails(string id = default, string name = default, string aadGroupId = default)
        => (Id, Name, AadGroupId) = (id, name, aadGroupId);

    public string AadGroupId { get; set; }
    public int ChannelCount { get; set; }
    public string Id { get; set; }
    public int MemberCount { get; set; }
    public string Name { get; set; }
    public string Type { get; set; }
}
