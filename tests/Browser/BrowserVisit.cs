using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>
/// One visitor's window. When it closes, it fails the test if a page wrote an error to the console, threw one, or asked any host but
/// this machine for anything; a test that wants an error says so with <see cref="Expect"/>.
/// </summary>
internal sealed class BrowserVisit : IAsyncDisposable
{
    /// <summary>How long a page may take.</summary>
    public const float PatienceMilliseconds = 15_000;

    private readonly IBrowserContext context;
    private readonly List<Uri> requests = [];
    private readonly List<string> complaints = [];
    private readonly List<string> expected = [];

    private BrowserVisit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Every address that was asked for, in order.</summary>
    public IReadOnlyCollection<Uri> Requests
    {
        get
        {
            lock (complaints)
            {
                return [.. requests];
            }
        }
    }

    public static async Task<BrowserVisit> StartAsync(IBrowser browser, Uri address, Visitor visitor)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            JavaScriptEnabled = visitor.JavaScript,
            ViewportSize = new() { Width = visitor.Width, Height = visitor.Height },
            ColorScheme = visitor.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = visitor.Language,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        var visit = new BrowserVisit(context, await context.NewPageAsync());
        visit.Listen();
        return visit;
    }

    /// <summary>The test wants errors that hold this text, such as the browser's own line about a status of 400.</summary>
    public void Expect(string text) => expected.Add(text);

    /// <summary>Whether the page can be scrolled sideways.</summary>
    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        lock (complaints)
        {
            Assert.DoesNotContain(complaints, complaint => !expected.Any(text => complaint.Contains(text, StringComparison.Ordinal)));
        }
    }

    private void Listen()
    {
        context.Request += (_, request) => Note(new Uri(request.Url));
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complain($"{message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, thrown) => Complain(thrown.Error);
    }

    private void Note(Uri address)
    {
        lock (complaints)
        {
            requests.Add(address);
        }

        if (!address.IsLoopback && address.Scheme is not ("data" or "blob" or "about"))
        {
            Complain($"Asked for {address}");
        }
    }

    private void Complain(string what)
    {
        lock (complaints)
        {
            complaints.Add(what);
        }
    }
}
