namespace Microsoft.Bot.Builder;

public enum Severity
{
    Verbose,
    Information,
    Warning,
    Error,
    Critical,
}

public interface IBotTelemetryClient
{
    void TrackAvailability(
        string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string message = default,
        IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default);

    void TrackDependency(
        string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration,
        string resultCode, bool success);

    void TrackEvent(
        string eventName, IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default);

    void TrackException(
        Exception exception, IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default);

    void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties);

    void Flush();
}

public interface IBotPageViewTelemetryClient
{
    void TrackPageView(
        string dialogName, IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default);
}

public static class IBotTelemetryClientExtensions
{
    /// <summary>A page view where the client knows page views, else a trace that says which dialog was shown.</summary>
    public static void TrackDialogView(
        this IBotTelemetryClient telemetryClient, string dialogName, IDictionary<string, string> properties = default,
        IDictionary<string, double> metrics = default)
    {
        if (telemetryClient is IBotPageViewTelemetryClient pageViews)
        {
            pageViews.TrackPageView(dialogName, properties, metrics);
        }
        else
        {
            telemetryClient.TrackTrace($"Dialog View: {dialogName}", Severity.Information, properties);
        }
    }
}

public class NullBotTelemetryClient : IBotTelemetryClient, IBotPageViewTelemetryClient
{
    public static IBotTelemetryClient Instance { get; } = new NullBotTelemetryClient();

    public void TrackAvailability(
        string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string message = default,
        IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default)
    {
    }

    public void TrackDependency(
        string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration,
        string resultCode, bool success)
    {
    }

    public void TrackEvent(
        string eventName, IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default)
    {
    }

    public void TrackException(
        Exception exception, IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default)
    {
    }

    public void TrackPageView(
        string dialogName, IDictionary<string, string> properties = default, IDictionary<string, double> metrics = default)
    {
    }

    public void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties)
    {
    }

    public void Flush()
    {
    }
}
