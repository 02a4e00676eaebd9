using System.Diagnostics;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CoachBot.Tests.Channels.Browser;

/// <summary>How the page is looked at.</summary>
public sealed record Look(int Width = 1280, bool Dark = false, bool Plain = false, bool KeyboardOnly = false);

/// <summary>The chat page in a browser, used as a person uses it: reading, typing, pressing what is labelled.</summary>
internal sealed class ChatWindow : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly Look _look;
    private readonly List<string> _wrong = [];
    private int _read;

    private ChatWindow(IBrowserContext context, IPage page, Look look) => (_context, _page, _look) = (context, page, look);

    private ILocator Messages => _page.Locator("#chat [role=feed] > article, #chat .log > article");

    private ILocator Box => _page.Locator("#chat form textarea").Last;

    public static async Task<ChatWindow> OpenAsync(Chromium chromium, Uri address, Look look)
    {
        var context = await chromium.Get(withWebChat: !look.Plain).NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = 800 },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        var window = new ChatWindow(context, await context.NewPageAsync(), look);
        await window.WatchAsync(address);
        await window._page.GotoAsync(address.ToString());
        await window._page.Locator($"body[data-shows={(look.Plain ? "plain" : "webchat")}]").WaitForAsync();
        return window;
    }

    /// <summary>Presses a button that opens another page, and there one that gives a file: what the file holds.</summary>
    public async Task<string> TakesAlongAsync(string button, string file)
    {
        var page = await _context.RunAndWaitForPageAsync(() => _page.GetByRole(AriaRole.Button, new() { Name = button }).Last.ClickAsync());
        var pressed = page.GetByRole(AriaRole.Button, new() { Name = file });
        await pressed.WaitForAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        Assert.DoesNotContain('#', page.Url);
        var download = await page.RunAndWaitForDownloadAsync(() => pressed.ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    public async Task ReloadAsync()
    {
        _read = 0;
        await _page.ReloadAsync();
        await _page.Locator("body[data-shows]").WaitForAsync();
    }

    public async Task BeginsANewChatAsync()
    {
        _read = 0;
        var loaded = new TaskCompletionSource();
        _page.Load += (_, _) => loaded.TrySetResult();
        await _page.GetByRole(AriaRole.Button, new() { Name = "New chat" }).ClickAsync();
        await loaded.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _page.Locator("body[data-shows]").WaitForAsync();
    }

    /// <summary>Waits for the next message, below what was read so far, that says this.</summary>
    public async Task HearsAsync(string words)
    {
        var waiting = Stopwatch.StartNew();
        IReadOnlyList<string> said;
        do
        {
            said = [.. (await Messages.AllInnerTextsAsync()).Select(Plainly)];
            for (var i = _read; i < said.Count; i++)
            {
                if (!said[i].Contains(Plainly(words), StringComparison.Ordinal))
                    continue;
                _read = i + 1;
                return;
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        while (waiting.Elapsed < Patience);
        Assert.Fail($"'{words}' was not said. What stands there:\n{string.Join("\n", said)}");
    }

    /// <summary>Waits for one more message, whatever it says.</summary>
    public Task HearsMoreAsync() => HearsAsync("");

    /// <summary>Waits until some message, old or new, says this: for cards that are changed in place.</summary>
    public Task ShowsAsync(string words)
    {
        _read = 0;
        return HearsAsync(words);
    }

    public Task IsToldAsync(string words) => _page.Locator("#notice").GetByText(words).WaitForAsync();

    public async Task SaysAsync(string words)
    {
        if (_look.KeyboardOnly)
            await TabToAsync("Box", backwards: false, _ => Box.EvaluateAsync<bool>("box => box === document.activeElement"));
        else
            await Box.FocusAsync();
        await _page.Keyboard.InsertTextAsync(words);
        await _page.Keyboard.PressAsync("Enter");
        await HearsAsync(words);
    }

    /// <summary>Presses the newest button with this label, on a card or below the messages.</summary>
    public async Task PressesAsync(string label)
    {
        var button = _page.Locator("#chat").GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Last;
        await button.WaitForAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
        if (!_look.KeyboardOnly)
        {
            await button.ClickAsync();
            return;
        }
        await TabToAsync(label, backwards: true, _ => button.EvaluateAsync<bool>("button => button === document.activeElement"));
        await _page.Keyboard.PressAsync("Enter");
    }

    public async Task TicksAsync(string label)
    {
        var tick = _page.Locator("#chat").GetByRole(AriaRole.Checkbox, new() { Name = label }).Last;
        if (!_look.KeyboardOnly)
        {
            await tick.CheckAsync();
            return;
        }
        await TabToAsync(label, backwards: true, _ => tick.EvaluateAsync<bool>("tick => tick === document.activeElement"));
        await _page.Keyboard.PressAsync("Space");
    }

    public Task WritesAsync(string label, string words) => _page.Locator("#chat").GetByLabel(label).Last.FillAsync(words);

    public Task PicksAsync(string label, string option) => _page.Locator("#chat").GetByLabel(label).Last.SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task<string> ClipboardAsync() => _page.EvaluateAsync<string>("navigator.clipboard.readText()");

    public async Task<string> CopiedAsync()
    {
        await _page.Locator("#copied").GetByText("Copied").WaitForAsync();
        return await ClipboardAsync();
    }

    /// <summary>Nobody is shut out, nothing is wider than the window, and nothing came from elsewhere or went wrong.</summary>
    public async Task IsSoundAsync(string step)
    {
        if (Environment.GetEnvironmentVariable("COACH_SCREENSHOTS") is { Length: > 0 } folder)
            await _page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(_look.Plain ? "plain" : "webchat")}-{_look.Width}{(_look.Dark ? "-dark" : "")}-{step}.png") });
        Assert.Equal(_look.Width, await _page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        Assert.Empty(await _page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('#chat [role=feed] *, #chat .log *')]
                .filter(e => e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.clientWidth > 0)
                .map(e => e.outerHTML.slice(0, 200))
            """));
        // What Web Chat reads out to screen readers stands in the page for a second; then the page is as it stays.
        await Assertions.Expect(_page.Locator(".webchat__live-region-activity")).ToHaveCountAsync(0);
        var found = await _page.RunAxe();
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
        Assert.Empty(_wrong);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task WatchAsync(Uri address)
    {
        _page.PageError += (_, error) => _wrong.Add(error);
        _page.Console += (_, message) =>
        {
            // The missing Web Chat is what the plain page is about.
            if (message.Type == "error" && !(_look.Plain && message.Text.Contains("404", StringComparison.Ordinal)))
                _wrong.Add(message.Text);
        };
        _page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && new Uri(request.Url).Scheme is not ("data" or "blob"))
                _wrong.Add($"asked for {request.Url}");
        };
        if (_look.Plain)
            await _page.RouteAsync("**/chat/webchat.js", route => route.FulfillAsync(new() { Status = 404 }));
    }

    // Tab by tab, as somebody without a mouse: into the last message of Web Chat's history lead End and Enter, along its answers an arrow.
    private async Task TabToAsync(string what, bool backwards, Func<int, Task<bool>> there)
    {
        var key = backwards ? "Shift+Tab" : "Tab";
        for (var step = 0; step < 160; step++)
        {
            // Out of the message that the keyboard is in: at first, and again if it changed under the fingers.
            if (step % 40 == 0)
            {
                await _page.Keyboard.PressAsync("Escape");
                key = backwards ? "Shift+Tab" : "Tab";
            }
            if (await there(step))
                return;
            var place = await _page.EvaluateAsync<string>("document.activeElement?.closest('[role=toolbar]') ? 'answers' : document.activeElement?.matches('.webchat__basic-transcript') ? 'history' : ''");
            if (place == "history" && key == "Shift+Tab")
            {
                await _page.Keyboard.PressAsync("End");
                await _page.Keyboard.PressAsync("Enter");
                key = "Tab";
                continue;
            }
            await _page.Keyboard.PressAsync(place == "answers" && step % 4 != 3 ? "ArrowRight" : key);
        }
        Assert.Fail($"The keyboard does not reach '{what}'");
    }

    private static string Plainly(string text) => string.Join(' ', text
        .Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace("…", "...", StringComparison.Ordinal)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
