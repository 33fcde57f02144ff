using LeadFunctions.Tests.Support;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>
/// One browser for a collection of tests, and tables for the apps that it visits. It can look up no name and so reach no host but this machine.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly AzuriteFixture azurite = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (ChromiumPath.WhyMissing is null)
        {
            await azurite.InitializeAsync();
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = ChromiumPath.Value,
                Args = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost", "--disable-dev-shm-usage"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }

    /// <summary>The whole app on a free port, with tables of its own.</summary>
    /// <param name="settings">Win over those of the sample.</param>
    internal Task<VisitedApp> StartAppAsync(params (string Name, string Value)[] settings) => VisitedApp.StartAsync(azurite.ConnectionString, settings);

    /// <summary>A visitor with a window of their own, who knows nothing of other visits.</summary>
    /// <param name="address">What paths without a host belong to.</param>
    /// <param name="visitor">Who comes; null for an English-speaking one at a laptop, with JavaScript.</param>
    internal Task<BrowserVisit> VisitAsync(Uri address, Visitor? visitor = null) =>
        BrowserVisit.StartAsync(browser ?? throw new InvalidOperationException("There is no browser: mark the test with BrowserFact."), address, visitor ?? new());
}

/// <summary>For tests that walk through pages in a browser: <c>[Collection(BrowserCollection.Name)]</c>, and a constructor that takes the <see cref="BrowserFixture"/>.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>For the long row of single pages, which is looked through beside the walks of <see cref="BrowserCollection"/>.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Pages in a browser";
}
