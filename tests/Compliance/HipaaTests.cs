using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Mails;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Compliance;

/// <summary><c>Compliance__Mode=Hipaa</c>: what it does not start with, and what mails say then.</summary>
public sealed partial class HipaaTests : IAsyncDisposable
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("Compliance:Mode", "Hipaa"),
        ("Digest:Detail", "minimal"),
        ("Email:Provider", "AzureCommunication"),
        ("Acs:Endpoint", "https://clinic.unitedstates.communication.azure.com"),
    ];

    private readonly MailBench bench = new("Hipaa");

    public static TheoryData<LeadKind, string> KindsAndLanguages
    {
        get
        {
            var all = new TheoryData<LeadKind, string>();
            foreach (var language in Language.All)
            {
                all.Add(LeadKind.Appointment, language.Code);
                all.Add(LeadKind.Call, language.Code);
            }

            return all;
        }
    }

    [Theory]
    [InlineData("Email:Provider", "SendGrid", "Email__Provider should be AzureCommunication where Compliance__Mode is Hipaa: SendGrid signs no business associate agreement.")]
    [InlineData("Digest:Detail", "full", "Digest__Detail should be minimal where Compliance__Mode is Hipaa: what visitors wrote is not sent by e-mail.")]
    [InlineData("BotCheck:Provider", "Turnstile", "BotCheck__Provider should be None where Compliance__Mode is Hipaa: a script of others would see who asks the clinic for help.")]
    public async Task It_does_not_start_with_what_would_tell_others(string name, string value, string problem)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => HostedApp.StartAsync([.. Settings, (name, value)]));

        Assert.Equal(problem, exception.Message);
    }

    [Fact]
    public async Task It_starts_with_a_provider_that_signs_an_agreement()
    {
        await using var app = await HostedApp.StartAsync(Settings);

        Assert.True(app.Get<IOptions<ComplianceOptions>>().Value.IsHipaa);
    }

    [Theory]
    [MemberData(nameof(KindsAndLanguages))]
    public async Task Every_mail_is_the_same_whatever_was_named_but_for_opaque_ids(LeadKind kind, string language)
    {
        var lead = ALead.Captured(kind: kind, at: ALead.Noon - TimeSpan.FromHours(3)) with { Language = Language.Of(language)!, Message = "" };
        var expected = await MailsAsync(lead with { Concerns = [] });

        foreach (var concern in bench.Concerns.All)
        {
            var mails = await MailsAsync(lead with
            {
                Concerns = [concern.Id],
                Message = $"My {concern.Label.English} is {concern.Label.In(Language.Spanish)}.",
                Visit = Visit.Telehealth,
                PreferredTimes = [new("monday", PartOfDay.Morning)],
                ContactBy = lead.ContactBy,
            });

            Assert.Equal(expected, mails);
        }
    }

    [Theory]
    [MemberData(nameof(KindsAndLanguages))]
    public async Task No_mail_names_a_concern_or_an_article(LeadKind kind, string language)
    {
        var words = bench.Concerns.All.SelectMany(concern => new[] { concern.Label.English, concern.Label.In(Language.Spanish) })
            .Concat(bench.Articles.SelectMany(article => new[] { article.Title.English, article.Title.In(Language.Spanish), article.Summary.English, article.Slug }));
        var mails = await MailsAsync(ALead.Captured(kind: kind) with { Language = Language.Of(language)!, Message = "canary words" });

        Assert.All(mails, mail => Assert.DoesNotMatch($@"(?i)\b({string.Join('|', words.Append("canary").Select(Regex.Escape))})\b", mail));
    }

    [Fact]
    public async Task Articles_are_called_by_their_place_and_still_lead_to_themselves()
    {
        var articles = bench.Articles.Take(2).ToArray();

        var mail = await bench.ArticlesAsync(ALead.Captured(), articles);
        var spanish = await bench.ArticlesAsync(ALead.Captured() with { Language = Language.Spanish }, articles);

        Assert.Equal(["Your first read", "Your second read"], MailBench.Parse(mail).QuerySelectorAll("h2 a").Select(link => link.TextContent));
        Assert.Equal(["Su primera lectura", "Su segunda lectura"], MailBench.Parse(spanish).QuerySelectorAll("h2 a").Select(link => link.TextContent));
        Assert.Contains("Your first read\nhttps://requests.example.com/r/", mail.Text, StringComparison.Ordinal);
        Assert.Equal(2, MailBench.VisibleLinks(mail).Where(link => bench.Read(link) is not null).Distinct().Count());
    }

    [Fact]
    public async Task An_alert_says_what_is_wanted_by_whom_in_short_and_since_when()
    {
        var lead = ALead.Captured(kind: LeadKind.Call, at: ALead.Noon - TimeSpan.FromHours(3)) with { PreferredTimes = [new("monday", PartOfDay.Morning)] };

        var mail = await bench.AlertAsync(lead);

        var facts = mail.Text.Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal) && !line.Contains("/staff/act/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["From: Robin E.", $"Reference: {lead.Id.ToReference("PAMB")}"], facts[..2]);
        Assert.StartsWith("Received: ", facts[2], StringComparison.Ordinal);
        Assert.EndsWith("3 hours ago", facts[2], StringComparison.Ordinal);
        Assert.Equal(3, facts.Length);
        Assert.Contains("Somebody would like a call", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_counts_and_leads_to_the_page_behind_the_sign_in()
    {
        var lead = ALead.Captured();

        var mail = await bench.DigestAsync(new(new(2026, 3, 2), [lead], [lead, lead], [lead], 2, [lead.Id]));

        Assert.All([mail.Text, MailBench.Parse(mail).Body!.TextContent], part =>
        {
            Assert.Matches("(?i)urgent: call at once \\(1\\)", part);
            Assert.Matches("(?i)calls \\(2\\)", part);
            Assert.Contains("A mail could not be sent for 1 request.", part, StringComparison.Ordinal);
            Assert.DoesNotMatch("Robin|PAMB-|Received", part);
        });
        Assert.Contains("https://requests.example.com/staff", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://requests.example.com/staff", MailBench.VisibleLinks(mail));
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    /// <summary>Every kind of mail, whole as its provider gets it, ids left out: headers, both parts and custom arguments. The articles are those that the lead would get.</summary>
    private async Task<IReadOnlyList<string>> MailsAsync(Lead lead)
    {
        var mails = new List<EmailMessage>
        {
            await bench.ConfirmationAsync(lead),
            await bench.AlertAsync(lead),
            await bench.AlertAsync(lead with { IsUrgent = true }),
            await bench.AlertAsync(lead, isPassedOn: true),
            await bench.ReminderAsync(lead),
            await bench.DigestAsync(new(new(2026, 3, 2), [lead], [lead], [lead], 2, [lead.Id])),
        };
        var had = new List<string>();
        for (var step = 1; bench.Get<SequenceLibrary>().For(lead.Kind).Step(step) is { } due; step++)
        {
            var articles = bench.Get<ArticleMatcher>().Match(new(lead.Concerns, lead.Message, had), due.Articles).Select(match => match.Article).ToList();
            had.AddRange(articles.Select(article => article.Slug));
            mails.Add(await bench.ArticlesAsync(lead, articles));
        }

        var sender = new MailSender("", "hello@clinic.example", "");
        return [.. mails.SelectMany(mail => new[]
        {
            JsonSerializer.Serialize(AcsMail.From(mail, sender), AcsJson.Default.AcsMail),
            SendGridMail.From(mail, sender).Serialize(),
            mail.Subject + mail.Text + mail.Html + string.Join('\n', mail.Headers),
        }).Select(Masked)];
    }

    // As long as they are: a longer token would tell too.
    private static string Masked(string text) => OpaqueId().Replace(text, id => new StringBuilder("#").Append('#', id.Length).ToString());

    [GeneratedRegex(@"(?<=/r/)[A-Za-z0-9_-]+")]
    private static partial Regex OpaqueId();
}
