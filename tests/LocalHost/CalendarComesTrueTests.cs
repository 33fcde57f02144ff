using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Local.Commands;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Hosting;

/// <summary>What <c>--calendar</c> foretells is what comes when the clock moves: each mail at its time, with its articles, also where clocks are changed.</summary>
public sealed partial class CalendarComesTrueTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("appointment", "2027-03-09T12:00", "-08:00 becomes -07:00")]
    [InlineData("appointment", "2027-11-02T22:30", "-07:00 becomes -08:00")]
    [InlineData("call", "2027-03-12T21:10", "-08:00 becomes -07:00")]
    [InlineData("call", "2027-11-06T01:00", "-07:00 becomes -08:00")]
    public async Task What_is_foretold_comes(string kind, string from, string change)
    {
        var (foretold, text) = await ForetellAsync(kind, from);
        Assert.Contains(change, text, StringComparison.Ordinal);
        await using var app = await HostedApp.StartAsync();
        await app.AdvanceAsync(foretold[0].At - app.Clock.GetUtcNow());
        using var answer = await app.Client.PostAsJsonAsync(
            new Uri(kind == "call" ? "/api/calls" : "/api/appointments", UriKind.Relative),
            new { name = "Robin Example", email = "robin@example.com", phone = "650-555-0123", concerns = new[] { "depression", "chronic-pain" }, consent = new { articles = true } });
        Assert.True(answer.IsSuccessStatusCode);

        var came = new List<(DateTimeOffset At, string Text)>();
        for (var end = foretold[^1].At + TimeSpan.FromDays(8); app.Clock.GetUtcNow() < end; await app.AdvanceAsync(Step))
        {
            await app.Get<DrainHandler>().HandleAsync(default);
            came.AddRange(app.Provider.Posted.Where(mail => ScriptedProvider.KeyOf(mail).Track == Track.Visitor).Skip(came.Count).Select(mail => (app.Clock.GetUtcNow(), mail.Text)).ToList());
        }

        Assert.Equal(foretold.Count, came.Count);
        foreach (var (mail, said) in came.Zip(foretold))
        {
            Assert.InRange(mail.At - said.At, TimeSpan.Zero, Step);
            Assert.All(said.Headlines, headline => Assert.Contains(headline, mail.Text, StringComparison.Ordinal));
        }

        Assert.True(foretold.Sum(mail => mail.Headlines.Count) >= 4);
    }

    // The lines of mails that leave, with the headlines below them.
    private static async Task<(List<(DateTimeOffset At, List<string> Headlines)> Mails, string Text)> ForetellAsync(string kind, string from)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        string[] arguments = ["--calendar", kind, "--concerns", "depression,chronic-pain", "--from", from, "--data", "/dev/null/nowhere"];
        Assert.Equal(0, await new RunCommand(output, errors, startStorage: null).RunAsync(arguments, CancellationToken.None));
        var mails = new List<(DateTimeOffset At, List<string> Headlines)>();
        foreach (var line in output.ToString().ReplaceLineEndings("\n").Split('\n'))
        {
            if (Mail().Match(line) is { Success: true } mail)
            {
                mails.Add((DateTimeOffset.ParseExact(mail.Groups["at"].Value, "yyyy-MM-dd ddd HH:mm zzz", CultureInfo.InvariantCulture), []));
            }
            else if (Headline().Match(line) is { Success: true } headline)
            {
                mails[^1].Headlines.Add(headline.Groups["headline"].Value);
            }
        }

        return (mails, output.ToString());
    }

    [GeneratedRegex(@"^(?<at>\d{4}-\d\d-\d\d \w{3} \d\d:\d\d [+-]\d\d:\d\d)  (the confirmation|step \d+: \d+ articles?)$")]
    private static partial Regex Mail();

    [GeneratedRegex("^ {8}(?<headline>.+): [^:]+$")]
    private static partial Regex Headline();
}
