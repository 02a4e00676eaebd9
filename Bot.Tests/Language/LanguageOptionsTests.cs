using System.ComponentModel.DataAnnotations;
using CoachBot.Language;

namespace CoachBot.Tests.Language;

/// <summary>The settings of the model.</summary>
public sealed class The_settings_of_the_model
{
    [Theory]
    [InlineData("https://coach.openai.azure.com/", "https://coach.openai.azure.com/openai/v1/")]
    [InlineData("https://coach.openai.azure.com", "https://coach.openai.azure.com/openai/v1/")]
    [InlineData(" https://coach.services.ai.azure.com/openai/v1/ ", "https://coach.services.ai.azure.com/openai/v1/")]
    public void Are_an_address_and_a_deployment_and_no_key(string endpoint, string address)
    {
        var options = new LanguageOptions { Endpoint = endpoint, Deployment = "gpt-4.1-mini" };

        Assert.Empty(Mistakes(options));
        Assert.Equal(address, options.BaseAddress().ToString());
    }

    [Theory]
    [InlineData("https://api.example.com/v1")]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://127.0.0.1:8080/v1")]
    public void May_name_another_service_with_a_key(string endpoint)
    {
        Assert.Empty(Mistakes(new LanguageOptions { Endpoint = endpoint, Deployment = "m", ApiKey = "k" }));
        Assert.Contains("AzureOpenAI:ApiKey", Assert.Single(Mistakes(new LanguageOptions { Endpoint = endpoint, Deployment = "m" })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.example.com/v1")]
    [InlineData("http://127.0.0.1.example.com/v1")]
    [InlineData("https://user:secret@coach.openai.azure.com/")]
    [InlineData("https://coach.openai.azure.com/?key=1")]
    [InlineData("ftp://coach.openai.azure.com/")]
    [InlineData("coach.openai.azure.com")]
    public void Are_refused_with_an_address_that_is_not_safe(string endpoint)
    {
        var mistake = Assert.Single(Mistakes(new LanguageOptions { Endpoint = endpoint, Deployment = "m", ApiKey = "k-secret" }));

        Assert.Contains("AzureOpenAI__Endpoint=https://", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_refused_by_halves()
    {
        Assert.Contains("AzureOpenAI:Endpoint", Assert.Single(Mistakes(new LanguageOptions { ApiKey = "k" })), StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI:Deployment", Assert.Single(Mistakes(new LanguageOptions { Endpoint = "https://a.openai.azure.com" })), StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI:Budget", Assert.Single(Mistakes(new LanguageOptions { Budget = TimeSpan.FromMinutes(1) })), StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI:ReasoningEffort", Assert.Single(Mistakes(new LanguageOptions { ReasoningEffort = "much" })), StringComparison.Ordinal);
        Assert.Empty(Mistakes(new LanguageOptions()));
    }

    private static List<string> Mistakes(LanguageOptions options)
    {
        List<ValidationResult> found = [];
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        return [.. found.Select(f => f.ErrorMessage!)];
    }
}
