using CoachBot.Conversation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Quartz;

namespace CoachBot.MyData;

public static class MyDataSetup
{
    private const string Daily = "retention";

    /// <summary>What is held about a person: shown, taken along, deleted when they say so, and deleted when it is old.</summary>
    public static IServiceCollection AddMyData(this IServiceCollection services)
    {
        services.AddOptions<RetentionSettings>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        AddRetention(services);
        return services
            .AddSingleton<IAside, MyDataSummary>().AddSingleton<IAside, ExportAside>().AddSingleton<SideDialog, DeleteDialog>()
            .AddSingleton<ExportLinks>().AddSingleton<PersonFile>().AddSingleton<PersonTables>().AddSingleton<ExportPage>().AddSingleton<ExportEndpoint>()
            .AddSingleton<Erasure>().AddSingleton<Erasing>().AddHostedService(all => all.GetRequiredService<Erasing>());
    }

    private static void AddRetention(IServiceCollection services)
    {
        services.AddSingleton<Retention>().AddSingleton<OldRows>().AddSingleton<OldWords>();
        services.AddQuartz(quartz => quartz
            .AddJob<RetentionJob>(job => job.WithIdentity(Daily))
            .AddTrigger((all, trigger) => trigger.ForJob(Daily).WithIdentity("at-its-time").WithCronSchedule(RetentionJob.CronOf(all.GetRequiredService<IOptions<RetentionSettings>>().Value), cron => cron.InTimeZone(TimeZoneInfo.Utc)))
            .AddTrigger(trigger => trigger.ForJob(Daily).WithIdentity("at-the-start").StartNow()));
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
    }

    public static WebApplication MapMyData(this WebApplication app)
    {
        var routes = app.MapGroup(ExportLinks.Page).AddEndpointFilter(async (context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            (headers.CacheControl, headers["Referrer-Policy"], headers.XContentTypeOptions) = ("no-store", "same-origin", "nosniff");
            return await next(context);
        });
        routes.MapGet("", (HttpRequest request, HttpResponse response, ExportPage page) => page.Show(request, response));
        routes.MapGet("/page.css", ExportPage.Style);
        routes.MapGet("/page.js", ExportPage.Script);
        routes.MapPost("/{name}", (string name, HttpRequest request, ExportEndpoint endpoint, CancellationToken cancellationToken) => endpoint.GiveAsync(name, request, cancellationToken))
            .WithMetadata(new RequestSizeLimitAttribute(ExportEndpoint.MostBytes));
        routes.Map("/{**other}", () => Results.NotFound());
        return app;
    }
}
