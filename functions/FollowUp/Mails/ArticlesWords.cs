using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;

namespace LeadFunctions.FollowUp;

/// <param name="Article">The article.</param>
/// <param name="Url">Our own signed link to it.</param>
public sealed record ArticleLink(Article Article, string Url)
{
    public string Minutes => ArticlesMailText.ReadingTime.With(SpokenTime.Minutes(Article.Minutes));
}

/// <summary>What a mail with articles says.</summary>
public sealed class ArticlesWords(IReadOnlyList<ArticleLink> articles, string unsubscribeUrl, ClinicProfile clinic)
{
    public MailFrame Frame => new(
        ArticlesMailText.Subject,
        ArticlesMailText.Preheader.With(clinic.Mail.Name),
        ArticlesMailText.Reason.With(clinic.Name),
        unsubscribeUrl);

    public IReadOnlyList<ArticleLink> Articles => articles;

    /// <summary>A link that no person can see: whoever follows it is a program that goes through all links. In the HTML part alone.</summary>
    public required string CanaryUrl { get; init; }

    public string Heading => articles.Count == 1 ? ArticlesMailText.OneHeading : ArticlesMailText.ManyHeading;

    public string Intro => articles.Count == 1 ? ArticlesMailText.OneIntro : ArticlesMailText.ManyIntro;

    public string CallLabel => ArticlesMailText.CallNumber.With(clinic.Phone.Shown);

    public string CallHref => $"tel:{clinic.Phone.Number}";

    public string Notice => clinic.ArticleNotice.ToString();

    public string ToText()
    {
        var mail = new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(Intro);
        foreach (var link in articles)
        {
            mail.Paragraph($"{link.Article.Headline} ({link.Minutes})\n{link.Article.Summary}\n{link.Url}");
        }

        return mail.Paragraph($"{ArticlesMailText.TalkHeading}\n{ArticlesMailText.Talk} {ArticlesMailText.CallSentence.With(clinic.Phone.Shown)}").Paragraph(Notice).End();
    }
}
