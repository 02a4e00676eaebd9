using CoachBot.Channels;
using CoachBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Tests.Channels;

/// <summary>Starting the program outside Development.</summary>
public sealed class ChannelSettingsTests
{
    [Fact]
    public async Task Is_refused_without_credentials_in_words_that_name_the_setting_and_show_an_example()
    {
        var refusal = await RefusalAsync([]);

        Assert.Contains("MicrosoftAppId is not set", refusal, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppType=SingleTenant", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ChannelService", "https://botframework.azure.us")]
    [InlineData("ValidateAuthority", "false")]
    [InlineData("ToChannelFromBotLoginUrl", "https://evil.test")]
    [InlineData("ToChannelFromBotOAuthScope", "https://evil.test")]
    [InlineData("ToBotFromChannelTokenIssuer", "https://evil.test")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1:1/openid")]
    [InlineData("ToBotFromEmulatorOpenIdMetadataUrl", "http://127.0.0.1:1/openid")]
    [InlineData("BotOpenIdMetadata", "http://127.0.0.1:1/openid")]
    [InlineData("OAuthUrl", "https://evil.test")]
    [InlineData("OAuthApiEndpoint", "https://evil.test")]
    [InlineData("CallerId", "me")]
    public async Task Is_refused_with_a_switch_that_changes_whom_the_bot_believes(string name, string value)
    {
        var refusal = await RefusalAsync([.. CoachHost.Credentials, (name, value)]);

        Assert.Contains(name, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppType", "")]
    [InlineData("MicrosoftAppType", "MultiTenant")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI")]
    [InlineData("MicrosoftAppId", "me")]
    [InlineData("MicrosoftAppTenantId", "")]
    [InlineData("MicrosoftAppTenantId", "contoso")]
    [InlineData("MicrosoftAppPassword", "")]
    public async Task Is_refused_with_credentials_that_do_not_fit_together(string name, string value)
    {
        var refusal = await RefusalAsync([.. CoachHost.Credentials, (name, value)]);

        Assert.Contains(name == "MicrosoftAppType" && value == "UserAssignedMSI" ? "MicrosoftAppPassword" : name, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Believes_nobody_without_a_token(string environment)
    {
        var bot = new ScriptedBot();
        await using var host = new CoachHost(bot, CoachHost.Credentials) { Environment = environment };

        var response = await host.PostAsync(CoachHost.Message());

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Empty(bot.Heard);
    }

    private static async Task<string> RefusalAsync((string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        foreach (var (name, value) in settings)
            builder.Configuration[name] = value;
        builder.Services.AddStorage();
        builder.AddChannels();
        await using var app = builder.Build();
        app.MapChannels();
        return (await Assert.ThrowsAnyAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken))).Message;
    }
}
