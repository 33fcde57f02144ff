using System.Text;
using System.Text.RegularExpressions;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Mails;

/// <summary>What is checked of every mail there is, in every language and for every concern, before anybody gets it.</summary>
public sealed partial class PreflightTests : IAsyncDisposable
{
    private const int MostBytes = 100_000;
    private const double LeastContrast = 4.5;

    private readonly TestApp app = new();

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void Every_looks_of_a_mail_belong_to_a_template_that_can_be_previewed_and_checked()
    {
        var looks = typeof(MailLayout).Assembly.GetTypes().Where(IsBody);

        Assert.Empty(looks.Except(Templates.Select(template => template.Body)).Select(body => $"{body.Name}: register an {nameof(IMailTemplates)} for it"));
        Assert.Equal(Templates.Select(template => template.Name).Distinct(), Templates.Select(template => template.Name));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_mail_passes(string language)
    {
        var faults = new List<string>();
        foreach (var template in Templates)
        {
            foreach (var concerns in ConcernSets)
            {
                var mail = await template.ComposeAsync(new(Language.Of(language)!, concerns));
                faults.AddRange(Faults(template, mail, language).Select(fault => $"{template.Name} for [{string.Join(", ", concerns)}]: {fault}"));
            }
        }

        Assert.Empty(faults.Distinct());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Outside_of_its_body_a_mail_is_the_same_whatever_was_named(string language)
    {
        foreach (var template in Templates.Where(template => template.IsToVisitor))
        {
            var plain = await template.ComposeAsync(new(Language.Of(language)!, []));
            foreach (var concerns in ConcernSets)
            {
                var mail = await template.ComposeAsync(new(Language.Of(language)!, concerns));
                Assert.Equal((NameOf(plain), plain.Subject, MailBench.Preheader(plain)), (NameOf(mail), mail.Subject, MailBench.Preheader(mail)));
                Assert.Equal(plain.Headers, mail.Headers);
            }
        }
    }

    // A mail that is asked for has a name of its own each time: letters that say what it is, then chance.
    private static string NameOf(EmailMessage mail) => Chance().Replace(mail.SendId, "");

    [GeneratedRegex("(?<=^[a-z]{3,})[0-9a-f]{16}$")]
    private static partial Regex Chance();

    private IReadOnlyList<MailTemplate> Templates => app.Get<MailTemplateCatalogue>().All;

    private ClinicProfile Clinic => app.Get<ClinicProfile>();

    private IReadOnlyList<Concern> Concerns => app.Get<ConcernCatalogue>().All;

    // None, each by itself, each with the one after it, and all of a person's ten.
    private IEnumerable<IReadOnlyList<string>> ConcernSets
    {
        get
        {
            string[] ids = [.. Concerns.Select(concern => concern.Id)];
            return [[], .. ids.Select(id => (string[])[id]), .. ids.Zip(ids.Skip(1)).Select(pair => (string[])[pair.First, pair.Second]), ids[..10]];
        }
    }

    private static bool IsBody(Type type) => !type.IsAbstract && type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(MailBody<>);

    private IEnumerable<string> Faults(MailTemplate template, EmailMessage mail, string language) =>
    [
        .. Wording(mail),
        .. template.IsToVisitor ? Leaving(mail) : [],
        .. Discretion(template, mail),
        .. Links(mail),
        .. Access(mail, template.IsInSamplesLanguage ? language : "en"),
    ];

    private IEnumerable<string> Wording(EmailMessage mail)
    {
        if (!mail.Text.Contains(Clinic.Address.ToString(), StringComparison.Ordinal) || !MailBench.Parse(mail).Body!.TextContent.Contains(Clinic.Address.ToString(), StringComparison.Ordinal))
        {
            yield return "the postal address is missing";
        }

        if (mail.Text.Length < 200 || mail.Text.Contains('<', StringComparison.Ordinal))
        {
            yield return "there is no plain-text part to read";
        }

        if (Encoding.UTF8.GetByteCount(mail.Html) >= MostBytes)
        {
            yield return "it is too large: some programs cut it";
        }

        if (mail.Subject.Length is 0 or > 70 || mail.Subject.Any(char.IsControl) || MailBench.Preheader(mail).Length is 0 or > 120)
        {
            yield return "the subject or preheader is missing or too long";
        }
    }

    private static IEnumerable<string> Leaving(EmailMessage mail)
    {
        var header = mail.Headers.GetValueOrDefault("List-Unsubscribe", "").Trim('<', '>');
        if (!header.StartsWith("https://requests.example.com/unsubscribe/", StringComparison.Ordinal) || mail.Headers.GetValueOrDefault("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click")
        {
            yield return "the headers of a one-click unsubscribe are missing";
        }

        if (!MailBench.VisibleLinks(mail).Contains(header) || !mail.Text.Contains(header, StringComparison.Ordinal))
        {
            yield return "the link that stops the mails is missing in a part";
        }
    }

    // The words of an article mail are in its body, for those who agreed; mail to staff may show what was named inside, where the settings say so.
    private IEnumerable<string> Discretion(MailTemplate template, EmailMessage mail)
    {
        var outside = new List<string> { mail.Subject, MailBench.Preheader(mail), string.Join(' ', mail.Headers.Values), mail.SendId };
        outside.AddRange(MailBench.Links(mail));
        if (template.Name.StartsWith("confirmation", StringComparison.Ordinal))
        {
            outside.Add(mail.Text);
            outside.Add(MailBench.Parse(mail).Body!.TextContent);
        }

        return Telling.Where(word => outside.Exists(part => Regex.IsMatch(part, $@"\b{Regex.Escape(word)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)))
            .Select(word => $"'{word}' stands where it can be seen");
    }

    private IEnumerable<string> Telling => Concerns
        .Where(concern => concern.Id != "other")
        .SelectMany(concern => concern.Words.Append(concern.Label.English).Append(concern.Label.Spanish))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Links(EmailMessage mail) => MailBench.Links(mail)
        .Where(link => !link.StartsWith("tel:", StringComparison.Ordinal) && !link.StartsWith("https://requests.example.com/", StringComparison.Ordinal))
        .Where(link => !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Host != Clinic.Website.Host)
        .Select(link => $"a link leads elsewhere: {link}");

    private static IEnumerable<string> Access(EmailMessage mail, string language)
    {
        var page = MailBench.Parse(mail);
        if (page.DocumentElement.GetAttribute("lang") != language)
        {
            yield return "the language is not said, or another";
        }

        if (page.QuerySelectorAll("img:not([alt])").Length > 0)
        {
            yield return "an image has no words in its place";
        }

        if (page.QuerySelectorAll("table:not([role=presentation], :has(th[scope]))").Length > 0)
        {
            yield return "a table that is there for the looks does not say so";
        }

        if (page.QuerySelectorAll("h1").Length != 1 || page.Title != mail.Subject)
        {
            yield return "there is not one heading, or no title";
        }

        foreach (var (text, light, dark) in new MailColours(page).Contrasts(page))
        {
            if (light < LeastContrast || dark < LeastContrast)
            {
                yield return $"'{text}' is hard to read: {light:F1} in the light, {dark:F1} in the dark";
            }
        }
    }
}
