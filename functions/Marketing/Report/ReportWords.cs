using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;

namespace LeadFunctions.Marketing;

/// <summary>What the report of a week says: numbers, and of nobody.</summary>
public sealed class ReportWords(ReportContent content, string url, ClinicProfile clinic)
{
    public MailFrame Frame => new(
        MarketingMailText.Subject,
        MarketingMailText.Preheader.With(SpokenTime.Date(content.Week.From), SpokenTime.Date(content.Week.To)),
        MarketingMailText.Reason.With(clinic.Name),
        UnsubscribeUrl: null);

    public string Heading => MarketingMailText.Heading.With(SpokenTime.Date(content.Week.From), SpokenTime.Date(content.Week.To));

    public string Url => url;

    /// <summary>What changed most, a sentence each; one sentence where there are too few to say.</summary>
    public IReadOnlyList<string> Changes { get; } = content.Changes is { Count: > 0 } changes
        ? [.. changes.Select(figure => Sentence(figure, content))]
        : [MarketingMailText.TooFew.With(FigureValue.Enough)];

    /// <summary>The lines of the table: what, this week, the week before.</summary>
    public IReadOnlyList<(string Name, string Now, string Before)> Lines { get; } =
        [.. ReportContent.Figures.Select(figure => (NameOf(figure), figure.Of(content.Now).Text, figure.Of(content.Before).Text))];

    public string ToText()
    {
        var mail = new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(MarketingMailText.ChangesHeading);
        foreach (var change in Changes)
        {
            mail.Paragraph($"- {change}");
        }

        return mail
            .Paragraph(MarketingMailText.TableHeading)
            .Facts(Lines.Select(line => new MailFact(line.Name, MarketingMailText.NowAndBefore.With(line.Now, line.Before))))
            .Paragraph($"{MarketingMailText.Button}: {Url}")
            .End();
    }

    private static string Sentence(WeekFigure figure, ReportContent content)
    {
        var (now, before) = (figure.Of(content.Now).Text, figure.Of(content.Before).Text);
        var isMore = figure.Whole is { } whole
            ? (long)content.Now[figure.Part] * content.Before[whole] > (long)content.Before[figure.Part] * content.Now[whole]
            : content.Now[figure.Part] > content.Before[figure.Part];
        return (isMore ? MarketingMailText.More : MarketingMailText.Less).With(NameOf(figure), now, before);
    }

    private static string NameOf(WeekFigure figure) => figure.Whole is { } whole
        ? MarketingMailText.ShareOf.With(Said.Column(figure.Part).Heading, Said.Column(whole).Heading.ToLower(Language.Current.Culture))
        : Said.Column(figure.Part).Heading;
}
