using CoachBot.Channels.LocalChat;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

builder.Services.AddLocalChat();

var app = builder.Build();
app.MapLocalChat();
app.Run();
