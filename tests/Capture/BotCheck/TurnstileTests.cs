using System.Net;
using LeadFunctions.Capture;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Capture;

public sealed class TurnstileTests
{
    private const string Id = "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11";

    private static readonly (string, string)[] Settings = [("BotCheck:Provider", "Turnstile"), ("Turnstile:SiteKey", "0x4site"), ("Turnstile:SecretKey", "0x4secret")];

    private readonly Siteverify siteverify = new();
    private readonly FakeTimeProvider network = new();

    [Fact]
    public async Task A_person_passes_and_what_is_asked_is_what_the_provider_documents()
    {
        Assert.Equal(BotCheckResult.Passed, await AskAsync());

        Assert.Equal(
            [("idempotency_key", Id), ("remoteip", "203.0.113.7"), ("response", "an answer"), ("secret", "0x4secret")],
            Assert.Single(siteverify.Questions).Select(field => (field.Key, field.Value.Replace('+', ' '))).OrderBy(field => field.Key));
    }

    [Theory]
    [InlineData(Siteverify.Machine, BotCheckResult.Failed)]
    [InlineData("""{ "success": false, "error-codes": ["timeout-or-duplicate"] }""", BotCheckResult.Failed)]
    [InlineData("""{ "success": true, "error-codes": [], "action": "call" }""", BotCheckResult.Failed)]
    [InlineData("""{ "success": true, "error-codes": [], "action": "" }""", BotCheckResult.Passed)]
    [InlineData("""{ "success": true }""", BotCheckResult.Passed)]
    [InlineData("""{ "success": false, "error-codes": ["internal-error"] }""", BotCheckResult.Away)]
    [InlineData("""{ "success": false, "error-codes": ["invalid-input-secret"] }""", BotCheckResult.Away)]
    [InlineData("{}", BotCheckResult.Failed)]
    [InlineData("null", BotCheckResult.Away)]
    [InlineData("<html>", BotCheckResult.Away)]
    public async Task What_the_provider_says_is_understood(string json, BotCheckResult expected)
    {
        siteverify.Answer = (HttpStatusCode.OK, json);

        Assert.Equal(expected, await AskAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "", BotCheckResult.Away)]
    [InlineData(HttpStatusCode.TooManyRequests, Siteverify.Person, BotCheckResult.Away)]
    [InlineData(HttpStatusCode.BadRequest, Siteverify.Machine, BotCheckResult.Failed)]
    [InlineData(HttpStatusCode.BadRequest, """{ "success": false, "error-codes": ["bad-request"] }""", BotCheckResult.Away)]
    public async Task A_status_is_understood(HttpStatusCode status, string json, BotCheckResult expected)
    {
        siteverify.Answer = (status, json);

        Assert.Equal(expected, await AskAsync());
    }

    [Fact]
    public async Task A_provider_that_is_slow_or_out_of_reach_is_away()
    {
        siteverify.Meanwhile = async token =>
        {
            network.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(Timeout.Infinite, token);
        };
        Assert.Equal(BotCheckResult.Away, await AskAsync());

        siteverify.Meanwhile = _ => throw new HttpRequestException("refused");
        Assert.Equal(BotCheckResult.Away, await AskAsync());
    }

    [Fact]
    public async Task Nobody_is_asked_about_an_answer_that_cannot_be_one()
    {
        Assert.Equal(BotCheckResult.Missing, await AskAsync(answer: null));
        Assert.Equal(BotCheckResult.Missing, await AskAsync(answer: " "));
        Assert.Equal(BotCheckResult.Failed, await AskAsync(answer: new('a', 2049)));

        Assert.Empty(siteverify.Questions);
    }

    [Fact]
    public async Task The_same_submission_is_asked_about_under_the_same_key_and_another_under_another()
    {
        foreach (var id in new[] { "order 17", "order 17", "order 18", null, null })
        {
            await AskAsync(id: id);
        }

        var keys = siteverify.Questions.Select(question => question["idempotency_key"]).ToList();
        Assert.All(keys, key => Assert.True(Guid.TryParseExact(key, "D", out _)));
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(4, keys.Distinct().Count());
    }

    [Theory]
    [InlineData(Siteverify.Person, "an answer", false, "no-form")]
    [InlineData(Siteverify.Machine, "an answer", true, "check-failed no-form")]
    [InlineData("nonsense", "an answer", true, "check-away no-form")]
    [InlineData(Siteverify.Person, "", false, "check-missing no-form")]
    public async Task It_is_a_sign_and_nobody_is_refused(string json, string answer, bool isHeld, string signs)
    {
        siteverify.Answer = (HttpStatusCode.OK, json);
        await using var app = await StartAsync();

        var status = await new Visitor(app).PostAsync("/api/appointments", [new("name", "Robin"), new("email", "robin@example.com"), new("botCheck", answer)]);

        var lead = Assert.Single(app.Leads.Leads);
        Assert.Equal((HttpStatusCode.Created, isHeld, signs), (status, lead.Quarantined, string.Join(' ', lead.Suspicion.Reasons)));
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_is_known_to_be_spam_or_comes_from_the_clinic()
    {
        await using var app = await StartAsync();

        await new Visitor(app).PostAsync("/api/appointments", [new("name", "Robin"), new("email", "robin@example.com"), new("botCheck", "x"), new("otherDetails", "x")]);
        await new Visitor(app).PostAsync("/api/leads?code=local", [new("kind", "appointment"), new("name", "Robin"), new("email", "robin@example.com"), new("botCheck", "x")]);

        Assert.Empty(siteverify.Questions);
        Assert.Equal([false, true], app.Leads.Leads.Select(lead => lead.Quarantined).Order());
    }

    [Fact]
    public async Task The_forms_and_no_other_page_may_load_it_and_only_when_it_is_on()
    {
        await using var app = await StartAsync();
        await using var without = await HostedApp.StartAsync();

        using var form = await app.Client.GetAsync(new Uri("/call", UriKind.Relative));
        var page = PageBench.Parse(await form.Content.ReadAsStringAsync());
        Assert.Contains("script-src https://challenges.cloudflare.com; frame-src https://challenges.cloudflare.com; ", Policy(form), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(form), StringComparison.Ordinal);
        Assert.Equal("https://challenges.cloudflare.com/turnstile/v0/api.js", Assert.Single(page.QuerySelectorAll("script")).GetAttribute("src"));
        var widget = Assert.Single(page.QuerySelectorAll("form .cf-turnstile"));
        Assert.Equal(("0x4site", "call", "botCheck"), (widget.GetAttribute("data-sitekey"), widget.GetAttribute("data-action"), widget.GetAttribute("data-response-field-name")));
        using var other = await app.Client.GetAsync(new Uri("/thanks/nonsense", UriKind.Relative));
        using var off = await without.Client.GetAsync(new Uri("/call", UriKind.Relative));
        Assert.DoesNotContain("cloudflare", Policy(other) + Policy(off) + await off.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("BotCheck:Provider", "Recaptcha", "BotCheck__Provider should be None or Turnstile.")]
    [InlineData("Turnstile:SiteKey", "", "Turnstile__SiteKey should be the site key of a widget of Cloudflare Turnstile, such as 0x4AAAAAAAexample.")]
    [InlineData("Turnstile:SecretKey", " ", "Turnstile__SecretKey should be the secret key of the same widget of Cloudflare Turnstile.")]
    [InlineData("Turnstile:SecretKey", "@Microsoft.KeyVault(x)", "Turnstile__SecretKey is a Key Vault reference that was not resolved: give the app's identity access to the secret.")]
    [InlineData("Turnstile:VerifyUrl", "http://example.com", "Turnstile__VerifyUrl should be an https address; plain http is for this machine only.")]
    [InlineData("Turnstile:Timeout", "00:01:00", "Turnstile__Timeout should be between 00:00:00.1 and 00:00:10, such as 00:00:02.")]
    public async Task A_wrong_setting_stops_the_start_with_its_name(string name, string value, string problem)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => HostedApp.StartAsync([.. Settings, (name, value)]));

        Assert.Equal(problem, exception.Message);
    }

    [Fact]
    public async Task A_mode_that_is_not_known_stops_the_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => HostedApp.StartAsync(("Compliance:Mode", "Strict")));

        Assert.Equal("Compliance__Mode should be Standard or Hipaa.", exception.Message);
    }

    [Fact]
    public async Task Hipaa_without_scripts_of_others_starts()
    {
        await using var app = await HostedApp.StartAsync(
            ("Compliance:Mode", "Hipaa"),
            ("Digest:Detail", "minimal"),
            ("Email:Provider", "AzureCommunication"),
            ("Acs:Endpoint", "https://clinic.unitedstates.communication.azure.com"));

        Assert.Null(app.Get<IBotCheck>().ChallengeFor(LeadKind.Call));
    }

    private static string Policy(HttpResponseMessage response) => string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));

    private Task<HostedApp> StartAsync() => HostedApp.StartAsync(
        services => services.AddKeyedSingleton("Turnstile", new HttpClient(siteverify)), [.. Settings]);

    private Task<BotCheckResult> AskAsync(string? answer = "an answer", string? id = Id)
    {
        var options = Options.Create(new TurnstileOptions { SiteKey = "0x4site", SecretKey = "0x4secret" });
        var check = new TurnstileBotCheck(new(siteverify, disposeHandler: false), options, new NetworkTime(network), NullLogger<TurnstileBotCheck>.Instance);
        return check.AskAsync(new(answer, LeadKind.Appointment, IPAddress.Parse("203.0.113.7"), id));
    }
}
