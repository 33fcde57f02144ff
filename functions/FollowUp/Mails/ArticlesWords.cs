using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;

namespace LeadFunctions.FollowUp;

/// <param name="Url">Our own signed link to the article.</param>
/// <param name="Title">What the link is called.</param>
/// <param name="Summary">What the article is about; null where the mail may not say.</param>
/// <param name="Minutes">How long it takes to read, in words; null where that would tell the article.</param>
public sealed record ArticleLink(string Url, string Title, string? Summary, string? Minutes)
{
    /// <summary>A link that says what it leads to.</summary>
    public static ArticleLink To(Article article, string url) =>
        new(url, article.Headline, article.Summary.ToString(), ArticlesMailText.ReadingTime.With(SpokenTime.Minutes(article.Minutes)));

    /// <summary>A link that says nothing of the article but its place in the mail, counted from 0: the same in every mail.</summary>
    public static ArticleLink Neutral(int place, string url) => new(
        url,
        place switch
        {
            0 => ArticlesMailText.FirstRead,
            1 => ArticlesMailText.SecondRead,
            2 => ArticlesMailText.ThirdRead,
            _ => ArticlesMailText.LaterRead.With(place + 1),
        },
        Summary: null,
        Minutes: null);
}

/// <summary>What a mail with articles says.</summary>
public sealed class ArticlesWords(IReadOnlyList<ArticleLink> articles, string unsubscribeUrl, ClinicProfile clinic)
{
    public MailFrame Frame => new(
        Subject,
        ArticlesMailText.Preheader.With(clinic.Mail.Name),
        ArticlesMailText.Reason.With(clinic.Name),
        unsubscribeUrl);

    public required string Subject { get; init; }

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
            mail.Paragraph(link.Summary is null ? $"{link.Title}\n{link.Url}" : $"{link.Title} ({link.Minutes})\n{link.Summary}\n{link.Url}");
        }

        return mail.Paragraph($"{ArticlesMailText.TalkHeading}\n{ArticlesMailText.Talk} {ArticlesMailText.CallSentence.With(clinic.Phone.Shown)}").Paragraph(Notice).End();
    }
}
