using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

public static class TeamsActivityExtensions
{
    public static string TeamsGetChannelId(this IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Channel?.Id;

    public static string TeamsGetSelectedChannelId(this IActivity activity)
        => activity.GetChannelData<TeamsChannelData>()?.Settings?.SelectedChannel?.Id;

    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Team;

    public static TeamsMeetingInfo TeamsGetMeetingInfo(this IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Meeting;

    public static IList<OnBehalfOf> TeamsGetTeamOnBehalfOf(this IActivity activity)
        => activity.GetChannelData<TeamsChannelData>()?.OnBehalfOf;

    /// <summary>Shows the message in the person's activity feed.</summary>
    public static void TeamsNotifyUser(this IActivity activity) => Notify(activity, new NotificationInfo(alert: true));

    public static void TeamsNotifyUser(this IActivity activity, bool alertInMeeting, string externalResourceUrl = default)
        => Notify(activity, new NotificationInfo(!alertInMeeting)
        {
            AlertInMeeting = alertInMeeting,
            ExternalResourceUrl = externalResourceUrl,
        });

    private static void Notify(IActivity activity, NotificationInfo notification)
    {
        var channelData = activity.GetChannelData<TeamsChannelData>() ?? new TeamsChannelData();
        channelData.Notification = notification;
        activity.ChannelData = channelData;
    }
}
