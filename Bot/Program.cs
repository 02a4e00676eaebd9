using CoachBot;
using CoachBot.Channels;
using CoachBot.Channels.LocalChat;
using CoachBot.Content;
using CoachBot.Debrief;
using CoachBot.Deployment;
using CoachBot.Storage;
using Microsoft.Bot.Builder;

if (args is ["package", .. var packaging])
    return TeamsPackage.Run(packaging, Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

try
{
    builder.Services.AddContent(Path.Combine(AppContext.BaseDirectory, "Prompts"));
}
catch (BrokenContentException broken)
{
    await Console.Error.WriteLineAsync(broken.Message);
    return 1;
}

builder.Services.AddStorage();
builder.Services.AddDebrief();
builder.Services.AddSingleton<IBot, Coach>();
builder.AddChannels();
builder.Services.AddLocalChat();

var app = builder.Build();
app.MapChannels();
app.MapLocalChat();
await app.RunAsync();
return 0;
