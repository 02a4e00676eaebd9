using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Language;

public static class LanguageSetup
{
    /// <summary>The door to the model that the settings under AzureOpenAI name; without them it stays shut. Needs IConfiguration and the content, no web host.</summary>
    public static IServiceCollection AddLanguage(this IServiceCollection services)
    {
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        return services.AddSingleton<LanguageMeter>().AddSingleton<LanguageCaps>().AddSingleton<LanguageModel>();
    }
}
