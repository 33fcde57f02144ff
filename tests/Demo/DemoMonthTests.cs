using System.Text.RegularExpressions;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Local.Mailbox;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Demo;

[Collection(AzuriteCollection.Name)]
public sealed partial class DemoMonthTests(LivedMonth month) : IClassFixture<LivedMonth>
{
    private const string Staff = "frontdesk@example.com";

    [Fact]
    public async Task Every_lead_of_the_month_is_stored_and_told_to_staff()
    {
        var leads = (await month.RowsAsync()).Where(row => row.RowKey.StartsWith("L~", StringComparison.Ordinal)).ToList();

        Assert.InRange(leads.Count, 110, 190);
        Assert.Equal(leads.Count, month.Mails.Count(mail => mail.To is [Staff] && mail.Subject.Contains("PAMB-", StringComparison.Ordinal)));
        Assert.InRange(leads.Count(lead => lead.GetString("Kind") == "Call"), leads.Count / 5, leads.Count / 2);
    }

    [Fact]
    public async Task Staff_have_answered_most_of_it_and_some_are_booked_and_some_in_touch()
    {
        var leads = (await month.RowsAsync()).Where(row => row.RowKey.StartsWith("L~", StringComparison.Ordinal)).ToList();

        Assert.InRange(leads.Count(lead => lead.GetDateTimeOffset("FirstRespondedAt") is not null), leads.Count * 8 / 10, leads.Count - 1);
        Assert.All(["Booked", "Contacted", "Closed"], status => Assert.Contains(leads, lead => lead.GetString("Status") == status));
        var recent = (await month.Host.Services.GetRequiredService<IAnswerTimes>().RecentAsync(default))!;
        Assert.All(recent.ByKind, times => Assert.True(times.IsTold));
    }

    [Fact]
    public async Task Alerts_went_out_within_a_minute_of_the_lead()
    {
        var captured = (await month.RowsAsync()).Where(row => row.RowKey.StartsWith("R~", StringComparison.Ordinal)).ToList();
        var alerts = month.Mails.Where(mail => mail.To is [Staff] && mail.Subject.Contains("PAMB-", StringComparison.Ordinal)).ToList();

        Assert.Equal(captured.Count, alerts.Count);
        var times = captured.Select(row => row.GetDateTimeOffset("CapturedAt")!.Value).Order().Zip(alerts.Select(mail => mail.At).Order());
        Assert.All(times, pair => Assert.InRange(pair.Second - pair.First, TimeSpan.Zero, TimeSpan.FromSeconds(70)));
    }

    [Fact]
    public void Staff_got_a_digest_on_every_morning_after_a_lead()
    {
        var digests = month.Mails.Where(mail => mail.To is [Staff] && !mail.Subject.Contains("PAMB-", StringComparison.Ordinal)).ToList();

        Assert.InRange(digests.Count, 28, 31);
        Assert.Equal(digests.Count, digests.Select(mail => mail.At.Date).Distinct().Count());
    }

    [Fact]
    public void Visitors_got_articles_and_some_had_enough()
    {
        var letters = month.Mails.Count(mail => mail.To is not [Staff] && mail.Text!.Contains("/r/", StringComparison.Ordinal));

        Assert.InRange(letters, 100, 400);
        Assert.Matches(@"[1-9]\d* people unsubscribed\.", month.Output);
    }

    [Fact]
    public async Task After_they_unsubscribed_nothing_more_came()
    {
        var left = (await month.RowsAsync())
            .Where(row => row.GetDateTimeOffset("UnsubscribedAt") is not null)
            .ToDictionary(row => row.RowKey, row => row.GetDateTimeOffset("UnsubscribedAt")!.Value);
        var links = month.Host.Services.GetRequiredService<LeadLinks>();
        var theirs = month.Mails.Where(mail => mail.To is not [Staff]).Select(mail => (mail.At, Contact: $"C~{links.ReadUnsubscribe(TokenOf(mail))}")).ToList();

        Assert.NotEmpty(left);
        Assert.All(left.Keys, contact => Assert.Contains(theirs, mail => mail.Contact == contact));
        Assert.DoesNotContain(theirs, mail => left.TryGetValue(mail.Contact, out var since) && mail.At > since);
    }

    [Fact]
    public async Task Nobody_in_it_could_exist()
    {
        var texts = month.Mails.SelectMany(mail => mail.To.Append(mail.From).Append(mail.Text!).Append(mail.Html!)).ToList();
        texts.AddRange((await month.RowsAsync()).SelectMany(row => row).Select(column => column.Value).OfType<string>());

        Assert.All(texts.SelectMany(text => Addresses().Matches(text)), address => Assert.EndsWith("example.com", address.Value, StringComparison.Ordinal));
        Assert.All(texts.SelectMany(text => Numbers().Matches(text)), number => Assert.Matches(@"555\D{0,2}01\d\d$", number.Value));
    }

    [Fact]
    public async Task The_figures_of_the_month_are_those_of_its_leads_and_mails()
    {
        var leads = (await month.RowsAsync()).Count(row => row.RowKey.StartsWith("L~", StringComparison.Ordinal) && row.GetBoolean("Quarantined") != true);
        var visitors = month.Mails.Count(mail => mail.To is not [Staff]);
        var figures = month.Host.Services.GetRequiredService<StatsHandler>();
        var today = DateOnly.FromDateTime(month.Host.Clock.GetUtcNow().UtcDateTime);

        var answer = await figures.AnswerAsync(new(today.AddDays(-40), today.AddDays(1), StatsBy.Day), CancellationToken.None);

        Assert.Equal((leads, visitors), (answer.Totals.Captured, answer.Totals.Sent));
        Assert.InRange(answer.Totals.Unsubscribed, 1, 40);
        Assert.InRange(answer.Rows.Count(row => row.Captured > 0), 28, 31);
    }

    [Fact]
    public void It_ends_now() => Assert.Equal(TimeSpan.Zero, month.Host.Clock.Offset);

    [Fact]
    public async Task Where_there_is_data_it_refuses_in_one_line_that_says_what_to_do()
    {
        var refusal = await Assert.ThrowsAsync<LocalHostException>(month.PlayAgainAsync);

        Assert.Contains("--fresh", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(TimeSpan.Zero, month.Host.Clock.Offset);
    }

    private static string TokenOf(MailboxMessage mail) => mail.Headers["List-Unsubscribe"].Trim('<', '>').Split('/')[^1];

    [GeneratedRegex(@"[\w.+-]+@[\w.-]+\w")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\+1\d{10}\b|\(\d{3}\) \d{3}-\d{4}")]
    private static partial Regex Numbers();
}
