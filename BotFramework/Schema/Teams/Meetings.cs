using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

public class MeetingDetailsBase
{
    internal MeetingDetailsBase() { }

    public string Id { get; set; }
    public Uri JoinUrl { get; set; }
    public string Title { get; set; }
}

public class MeetingDetails : MeetingDetailsBase
{
    public MeetingDetails() { }

    public MeetingDetails(
        string id, string msGraphResourceId = default, DateTime? scheduledStartTime = default, DateTime? scheduledEndTime = default,
        Uri joinUrl = default, string title = default, string type = "Scheduled")
        => (Id, MsGraphResourceId, ScheduledStartTime, ScheduledEndTime, JoinUrl, Title, Type)
        = (id, msGraphResourceId, scheduledStartTime, scheduledEndTime, joinUrl, title, type);

    public string MsGraphResourceId { get; set; }
    public DateTime? ScheduledEndTime { get; set; }
    public DateTime? ScheduledStartTime { get; set; }
    public string Type { get; set; }
}

public class MeetingEventDetails : MeetingDetailsBase
{
    internal MeetingEventDetails() { }

    public string MeetingType { get; set; }
}

public class MeetingStartEventDetails : MeetingEventDetails
{
    public MeetingStartEventDetails() { }

    public MeetingStartEventDetails(
        string id, Uri joinUrl = default, string title = default, string meetingType = "Scheduled", DateTime startTime = default)
        => (Id, JoinUrl, Title, MeetingType, StartTime) = (id, joinUrl, title, meetingType, startTime);

    public DateTime StartTime { get; set; }
}

public class MeetingEndEventDetails : MeetingEventDetails
{
    public MeetingEndEventDetails() { }

    public MeetingEndEventDetails(
        string id, Uri joinUrl = default, string title = default, string meetingType = "Scheduled", DateTime endTime = default)
        => (Id, JoinUrl, Title, MeetingType, EndTime) = (id, joinUrl, title, meetingType, endTime);

    public DateTime EndTime { get; set; }
}

public class MeetingParticipantsEventDetails
{
    public MeetingParticipantsEventDetails() { }

    public MeetingParticipantsEventDetails(IList<TeamsMeetingMember> members = default) => Members = members ?? [];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<TeamsMeetingMember> Members { get; } = [];
}

public class TeamsMeetingMember
{
    public TeamsMeetingMember(TeamsChannelAccount user, UserMeetingDetails meeting) => (User, Meeting) = (user, meeting);

    public UserMeetingDetails Meeting { get; set; }
    public TeamsChannelAccount User { get; set; }
}

public class UserMeetingDetails
{
    public bool InMeeting { get; set; }
    public string Role { get; set; }
}
