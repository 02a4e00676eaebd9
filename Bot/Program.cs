using CoachBot.Channels;
using CoachBot.Channels.LocalChat;
using CoachBot.Storage;

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
