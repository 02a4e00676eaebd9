using System.Runtime.InteropServices;
using CoachBot.Content;
using Microsoft.Extensions.Options;

namespace CoachBot.Reading;

/// <summary>The command <c>read</c>: reads cases, a line of JSON each, and writes a line of JSON with the reading of each. For whoever tunes the reader.</summary>
public static class ReadCommand
{
    /// <summary>
    /// 0 when every line was read; 1 when one was not, named by its number in <paramref name="error"/>, or a file of
    /// Prompts/ is broken; 2 when it could not begin: wrong usage, no such file, no model; 130 after Ctrl-C.
    /// </summary>
    /// <param name="arguments">What follows the word read.</param>
    /// <param name="input">The cases, where no file is named.</param>
    /// <param name="output">The readings, and nothing else.</param>
    /// <param name="error">Everything that is said to a person.</param>
    /// <param name="settings">The model's settings; the program's own unless given.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Stream input, Stream output, TextWriter error, IConfiguration? settings = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(error);
        if (ReadRequest.Read(arguments, out var mistakes) is not { } request)
            return Refuse(error, mistakes);
        try
        {
            if (request.File is null)
                return await ReadAsync(request, input, output, error, settings);
            if (Open(request.File, error) is not { } file)
                return 2;
            await using var cases = file;
            return await ReadAsync(request, cases, output, error, settings);
        }
        catch (BrokenContentException broken)
        {
            await error.WriteLineAsync(broken.Message);
            return 1;
        }
    }

    private static FileStream? Open(string file, TextWriter error)
    {
        try
        {
            return File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(error, [e.Message]);
            return null;
        }
    }

    private static async Task<int> ReadAsync(ReadRequest request, Stream cases, Stream output, TextWriter error, IConfiguration? settings)
    {
        var folder = new ContentFolder(Path.Combine(AppContext.BaseDirectory, "Prompts"));
        var mistakes = new Mistakes();
        var (rules, cues) = (ReadingRules.Read(folder, mistakes), CueBook.Read(folder, mistakes));
        mistakes.ThrowIfAny();
        using var model = request.ByModel ? ModelOrNull(settings ?? ProgramSettings(), folder, rules, error) : null;
        if (request.ByModel && model is null)
            return 2;

        using var writer = new ReadingLine(rules, cues, request.Explain ? NearestExamples.Read(folder, rules) : null);
        var run = new ReadRun(cases, output, error, new NoReader(rules, cues), model, writer, request.Report);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var exitCode = await run.ReadAllAsync(stop.Token);
        foreach (var line in (request.Report ? run.Report() : []).Concat(model?.Tally() ?? []))
            await error.WriteLineAsync(line);
        return exitCode;
    }

    private static SecondOpinions? ModelOrNull(IConfiguration settings, ContentFolder folder, ReadingRules rules, TextWriter error)
    {
        try
        {
            var model = new SecondOpinions(settings, folder, rules);
            if (model.IsConfigured)
                return model;
            model.Dispose();
            error.WriteLine("There is no model to ask: --reader model needs AzureOpenAI__Endpoint and AzureOpenAI__Deployment (README, With a language model). Without --reader the cases are read offline.");
        }
        catch (OptionsValidationException wrong)
        {
            error.WriteLine(wrong.Message);
        }

        return null;
    }

    // Where the service would find them: appsettings.json, user secrets, the environment.
    private static ConfigurationManager ProgramSettings() =>
        WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;

    private static int Refuse(TextWriter error, IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
            error.WriteLine(reason);
        error.WriteLine(ReadRequest.Usage);
        return 2;
    }
}
