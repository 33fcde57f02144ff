using System.Net;
using System.Reflection;
using LeadFunctions.Access;
using LeadFunctions.Http;
using LeadFunctions.Local.Functions;
using LeadFunctions.Tests.Support;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Tests.Access;

/// <summary>Every HTTP function of the app, and who gets in: a new one must be added here, and says so by failing.</summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private const string Everybody = "none staff marketing admin key";
    private const string Machines = "key";
    private const string Members = "staff marketing admin";
    private const string Desk = "staff admin";
    private const string Admins = "admin";
    private const string Figures = "marketing admin";

    private static readonly Dictionary<string, string> Admitted = new()
    {
        ["AcsEvents"] = Everybody,
        ["AppointmentForm"] = Everybody,
        ["AskForSignInLink"] = Everybody,
        ["CallForm"] = Everybody,
        ["CaptureAppointment"] = Everybody,
        ["CaptureCall"] = Everybody,
        ["CaptureLead"] = Machines,
        ["ChangeLead"] = Machines,
        ["DrainOnDemand"] = Machines,
        ["DoMailDeed"] = Everybody,
        ["EmailEvents"] = Everybody,
        ["FindLead"] = Machines,
        ["GetArticles"] = Everybody,
        ["GetConcerns"] = Everybody,
        ["GetFirstResponse"] = Machines,
        ["GetStats"] = Machines,
        ["Health"] = Everybody,
        ["ListLeads"] = Machines,
        ["MailDeedLink"] = Everybody,
        ["MarketingPage"] = Figures,
        ["MarketingScript"] = Everybody,
        ["MarketingTable"] = Figures,
        ["OpenArticleLink"] = Everybody,
        ["Preferences"] = Everybody,
        ["PreferencesPage"] = Everybody,
        ["Preflight"] = Everybody,
        ["PrivacyAct"] = Everybody,
        ["PrivacyAsk"] = Everybody,
        ["PrivacyAskPage"] = Everybody,
        ["PrivacyExport"] = Everybody,
        ["PrivacyPage"] = Everybody,
        ["Readiness"] = Everybody,
        ["RebuildStats"] = Machines,
        ["RetentionOnDemand"] = Machines,
        ["RotateEncryption"] = Machines,
        ["ScrubOnDemand"] = Machines,
        ["SignIn"] = Everybody,
        ["SignInLink"] = Everybody,
        ["SignInPage"] = Everybody,
        ["SignOut"] = Members,
        ["SignOutEverywhere"] = Members,
        ["StaffAccount"] = Members,
        ["StaffLead"] = Desk,
        ["StaffQueue"] = Desk,
        ["StaffSystem"] = Admins,
        ["StaffWebhooks"] = Admins,
        ["SuppressionExport"] = Machines,
        ["SuppressionImport"] = Machines,
        ["ThanksCalendar"] = Everybody,
        ["ThanksPage"] = Everybody,
        ["Unsubscribe"] = Everybody,
        ["UnsubscribePage"] = Everybody,
        ["WidgetForm"] = Everybody,
        ["WidgetScript"] = Everybody,
        ["WorkStaffLead"] = Desk,
        ["WorkStaffWebhooks"] = Admins,
    };

    private HostedApp app = null!;

    private static IEnumerable<FunctionMethod> Functions =>
        FunctionCatalog.Read(typeof(LeadFunctionsApp).Assembly, isWanted: null).Where(function => function.TriggerAs<HttpTriggerAttribute>() is not null);

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(StaffBrowser.Members);

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public void Every_function_says_who_may_use_it()
    {
        Assert.All(Functions, function => Assert.NotNull(Statements.Of(function.Definition.Value.EntryPoint)));
        Assert.Equal(Admitted.Keys.Order(StringComparer.Ordinal), Functions.Select(function => function.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_is_asked_for_where_the_class_says_so_and_nowhere_else() => Assert.All(Functions, function => Assert.Equal(
        function.TriggerAs<HttpTriggerAttribute>()!.AuthLevel == AuthorizationLevel.Function,
        function.Method.DeclaringType!.GetCustomAttribute<AccessAttribute>() is KeyedAttribute));

    [Theory]
    [InlineData("none")]
    [InlineData("staff")]
    [InlineData("marketing")]
    [InlineData("admin")]
    [InlineData("key")]
    public async Task Whoever_asks_gets_in_where_they_may_and_nowhere_else(string who)
    {
        foreach (var function in Functions)
        {
            var trigger = function.TriggerAs<HttpTriggerAttribute>()!;
            foreach (var method in trigger.Methods!)
            {
                foreach (var isPage in new[] { true, false })
                {
                    var status = await AskAsync(who, method, trigger.Route!.Replace("{area}", "api", StringComparison.Ordinal).Replace('{', 'x').Replace('}', 'x'), isPage);
                    var expected = Admitted[function.Name].Split(' ').Contains(who);
                    Assert.True(expected == (status is null), $"{who}: {method} {trigger.Route} ({function.Name}) was answered {status?.ToString() ?? "by the function"}.");
                    Assert.True(expected || status == Refusal(who, trigger.AuthLevel, isPage), $"{who}: {method} {trigger.Route} was refused with {status}.");
                }
            }
        }
    }

    // A person who is known and may not is told so; whoever is not known is asked to sign in, or, as a machine, told that they are unknown.
    private static HttpStatusCode Refusal(string who, AuthorizationLevel level, bool isPage) =>
        level == AuthorizationLevel.Function ? HttpStatusCode.Unauthorized
        : who is not ("none" or "key") ? HttpStatusCode.Forbidden
        : isPage ? HttpStatusCode.SeeOther
        : HttpStatusCode.Unauthorized;

    /// <returns>Null when the function itself answered.</returns>
    private async Task<HttpStatusCode?> AskAsync(string who, string method, string route, bool isPage)
    {
        var browser = new StaffBrowser(app);
        var headers = new List<(string Name, string Value)> { ("Accept", isPage ? "text/html" : "application/json") };
        switch (who)
        {
            case "staff":
                browser.SignIn("frontdesk@example.com;staff");
                break;
            case "marketing":
                browser.SignIn("marketing@example.com;marketing");
                break;
            case "admin":
                browser.SignIn("manager@example.com;admin");
                break;
            case "key":
                headers.Add(("x-functions-key", "local"));
                break;
        }

        if (browser.Cookies.Count > 0)
        {
            headers.Add((AntiForgeryTokens.Header, browser.Token));
        }

        using var response = await browser.SendAsync(new(method), "/" + route, null, [.. headers]);
        var isSignIn = response.Headers.Location?.OriginalString.StartsWith(GateAnswers.SignInPath, StringComparison.Ordinal) == true;

        // A webhook asks for a signature or a secret, and a link for its own browser or its own member: those say no themselves.
        var isOwnNo = route is "api/email-events" or "api/email-events/acs" || route.StartsWith("staff/sign-in/", StringComparison.Ordinal) || route.StartsWith("staff/act/", StringComparison.Ordinal);
        return isSignIn || (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && !isOwnNo) ? response.StatusCode : null;
    }
}
