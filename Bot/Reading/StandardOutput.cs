using Microsoft.Win32.SafeHandles;

namespace CoachBot.Reading;

// Standard output that says when nobody reads it any more. The console's own stream swallows that, and a command with
// endless input behind `| head` would never end.
internal static class StandardOutput
{
    private const int Handle = 1;
    private const int BrokenPipe = 32;

    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(Handle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // In a file it would write at a place of its own, over what others append.
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    public static bool IsNobodyReading(IOException fault) => fault.HResult == BrokenPipe;
}
