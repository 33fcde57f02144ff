using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Mails;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Languages;

/// <summary>Who is written to in which language, whatever is spoken around it.</summary>
public sealed class SpokenMailsTests : IAsyncDisposable
{
    private readonly MailBench bench = new();

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Mails_that_leave_at_the_same_time_speak_each_its_readers_language(string ambient)
    {
        Language.Of(ambient)!.Speak();
        await using var app = new TestApp(mailsAtOnce: 16);
        for (var lead = 0; lead < 40; lead++)
        {
            var language = Language.All[lead % 2];
            await app.CaptureAsync(ALead.Captured() with { Language = language, Email = ALead.Email($"{language.Code}{lead}@example.com") });
        }

        app.Provider.Meanwhile = async _ => await Task.Yield();
        await app.DrainForAsync(TimeSpan.FromDays(2), every: TimeSpan.FromHours(8));

        var visitors = app.Provider.Posted.Where(mail => ScriptedProvider.KeyOf(mail).Track == Track.Visitor).ToList();
        Assert.Equal(80, visitors.Count);
        Assert.All(visitors, mail =>
        {
            var isSpanish = mail.To[0].StartsWith("es", StringComparison.Ordinal);
            Assert.Equal(isSpanish ? "es" : "en", MailBench.Parse(mail).DocumentElement.GetAttribute("lang"));
            Assert.Contains(isSpanish ? "Recibe este correo porque" : "You get this because", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(isSpanish ? "You get this because" : "Recibe este correo porque", mail.Html, StringComparison.Ordinal);
        });
        Assert.All(app.Provider.Posted.Except(visitors), AssertEnglish);
        Assert.Equal(ambient, Language.Current.Code);
    }

    [Fact]
    public async Task Staff_read_english_whatever_is_spoken_around_them()
    {
        var lead = ALead.Captured(at: ALead.Noon - TimeSpan.FromHours(5)) with { Language = Language.Spanish, Concerns = ["sleep"], PreferredTimes = [new("2026-03-04", PartOfDay.Morning)] };
        Language.English.Speak();
        var (alert, digest) = await StaffMailsAsync(lead);

        Language.Spanish.Speak();
        var (alertThen, digestThen) = await StaffMailsAsync(lead);

        Assert.Equal((alert.Subject, alert.Text, alert.Html), (alertThen.Subject, alertThen.Text, alertThen.Html));
        Assert.Equal((digest.Subject, digest.Text, digest.Html), (digestThen.Subject, digestThen.Text, digestThen.Html));
        Assert.All([alertThen, digestThen], AssertEnglish);
    }

    [Fact]
    public async Task Staff_are_told_who_would_like_to_be_called_in_spanish()
    {
        var (alert, digest) = await StaffMailsAsync(ALead.Captured() with { Language = Language.Spanish });
        var (other, others) = await StaffMailsAsync(ALead.Captured());

        Assert.All([alert, digest], mail => Assert.Contains("Language: Spanish\n", mail.Text, StringComparison.Ordinal));
        Assert.All([other, others], mail => Assert.DoesNotContain("Language:", mail.Text, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private async Task<(EmailMessage Alert, EmailMessage Digest)> StaffMailsAsync(Lead lead) =>
        (await bench.AlertAsync(lead, "full"), await bench.DigestAsync(new(new(2026, 3, 2), [lead], [lead], [lead], 2, [lead.Id]), "full"));

    private static void AssertEnglish(EmailMessage mail)
    {
        Assert.Equal("en", MailBench.Parse(mail).DocumentElement.GetAttribute("lang"));
        Assert.Contains("You get this because you are on the list of staff", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[áéíóúñ¿]| de ", mail.Text);
    }
}
