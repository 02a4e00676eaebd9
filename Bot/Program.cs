using CoachBot;
using CoachBot.Channels;
using CoachBot.Channels.LocalChat;
using CoachBot.Content;
using CoachBot.Debrief;
using CoachBot.Deployment;
using CoachBot.FollowUps;
using CoachBot.Language;
using CoachBot.MyData;
using CoachBot.Reading;
using CoachBot.Reading.Learning;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;

if (args is ["package", .. var packaging])
    return TeamsPackage.Run(packaging, Console.Out, Console.Error);
if (args is ["learn", .. var learning])
    return LearnCommand.Run(learning, Console.Out, Console.Error);
if (args is ["read", .. var reading])
    return await ReadCommand.RunAsync(reading, Console.OpenStandardInput(), StandardOutput.Open(), Console.Error);

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
    });

    builder.Services.AddContent(Path.Combine(AppContext.BaseDirectory, "Prompts"));
    builder.Services.AddStorage();
    builder.Services.AddLanguage();
    builder.Services.AddFollowUps();
    builder.Services.AddMyData();
    builder.Services.AddDebrief();
    builder.Services.AddSingleton<IBot, Coach>();
    builder.AddChannels();
    builder.Services.AddLocalChat();
    builder.Services.AddHostedService<Telemetry>();

    var app = builder.Build();
    app.MapChannels();
    app.MapLocalChat();
    app.MapMyData();
    await app.RunAsync();
    return 0;
}
catch (Exception refusal) when (refusal is BrokenContentException or OptionsValidationException)
{
    // What is wrong is the operator's to mend, and the message says how; a stack trace would only hide it.
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
