using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Email;

namespace LeadFunctions.FollowUp;

/// <param name="Article">The article.</param>
/// <param name="Url">Our own signed link to it.</param>
public sealed record ArticleLink(Article Article, string Url)
{
    public string Minutes => $"{SpokenTime.Count(Article.Minutes, "minute")} to read";
}

/// <summary>What a mail with articles says.</summary>
public sealed class ArticlesWords(IReadOnlyList<ArticleLink> articles, string unsubscribeUrl, ClinicProfile clinic)
{
    public const string ReadLabel = "Read the article";
    public const string TalkHeading = "Would you rather talk?";
    public const string Talk = "Our front desk is glad to answer questions or find a time for you.";

    public MailFrame Frame => new(
        "Something to read, as you asked",
        $"From {clinic.Mail.Name}, for a quiet moment.",
        $"You get this because you agreed to be sent articles by e-mail when you wrote to {clinic.Name}.",
        unsubscribeUrl);

    public IReadOnlyList<ArticleLink> Articles => articles;

    /// <summary>A link that no person can see: whoever follows it is a program that goes through all links. In the HTML part alone.</summary>
    public required string CanaryUrl { get; init; }

    public string Heading => articles.Count == 1 ? "An article for you" : "A few articles for you";

    public string Intro => articles.Count == 1
        ? "When you wrote to us, you asked for some reading. We chose this for you."
        : "When you wrote to us, you asked for some reading. We chose these for you.";

    public string CallLabel => $"Call {clinic.Phone.Shown}";

    public string CallHref => $"tel:{clinic.Phone.Number}";

    public string Notice => clinic.ArticleNotice;

    public string ToText()
    {
        var mail = new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(Intro);
        foreach (var link in articles)
        {
            mail.Paragraph($"{link.Article.Title} ({link.Minutes})\n{link.Article.Summary}\n{link.Url}");
        }

        return mail.Paragraph($"{TalkHeading}\n{Talk} {CallLabel}.").Paragraph(Notice).End();
    }
}
