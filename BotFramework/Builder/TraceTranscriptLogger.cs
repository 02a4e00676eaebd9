using System.Diagnostics;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Writes activities to the debugger's output; message texts end up where that goes.</summary>
public class TraceTranscriptLogger : ITranscriptLogger
{
    private readonly bool _traceActivity;

    public TraceTranscriptLogger()
        : this(true)
    {
    }

    public TraceTranscriptLogger(bool traceActivity) => _traceActivity = traceActivity;

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        if (_traceActivity)
        {
            Trace.TraceInformation(ProtocolJson.Write(activity));
        }
        else if (Debugger.IsAttached && activity is IMessageActivity { Type: ActivityTypes.Message } message)
        {
            Trace.TraceInformation($"{message.From?.Name ?? message.From?.Id ?? message.From?.Role} [{message.Type}] {message.Text}");
        }

        return Task.CompletedTask;
    }
}
