using Microsoft.Playwright;

namespace CoachBot.Tests.Channels.Browser;

/// <summary>One headless Chromium for all tests that look at the chat page; they run one after the other.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Nothing is looked up or fetched beside the page.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; the test is skipped where there is none, or where the page lacks what the test looks at.</summary>
    public IBrowser Get(bool withWebChat)
    {
        Assert.SkipWhen(_browser is null, $"No browser: looked for {string.Join(", ", Places)} (Debian: apt-get install chromium); CHROMIUM may name another");
        Assert.SkipWhen(withWebChat && !File.Exists(Path.Combine(AppContext.BaseDirectory, "LocalChat", "webchat.js.gz")), "Web Chat was not fetched by the build (no Node or no network)");
        return _browser;
    }

    public async ValueTask InitializeAsync()
    {
        var path = Places.Prepend(Environment.GetEnvironmentVariable("CHROMIUM") ?? "").FirstOrDefault(File.Exists);
        if (path is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "in the browser";
}
