using CoachBot.Channels;
using CoachBot.Channels.LocalChat;
using CoachBot.Deployment;
using CoachBot.Storage;

if (args is ["package", .. var packaging])
    return TeamsPackage.Run(packaging, Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

builder.Services.AddStorage();
builder.AddChannels();
builder.Services.AddLocalChat();

var app = builder.Build();
app.MapChannels();
app.MapLocalChat();
app.Run();
return 0;
