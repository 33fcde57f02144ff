using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Judges submitted fields: either an inquiry that holds, or a message for every field that does not.</summary>
public sealed class InquiryReader(ConcernCatalogue concerns, ClinicProfile clinic)
{
    private const int MostConcerns = 10;
    private const int LongestMessage = 2000;
    private const int LongestLabel = 200;
    private const int LongestAddress = 1000;

    /// <summary>The kind that a submission names; for the route that takes both.</summary>
    public static LeadKind? KindOf(SubmittedFields fields)
    {
        var kind = fields.Choice<LeadKind?>(SubmissionSchema.Kind, null, ("appointment", LeadKind.Appointment), ("call", LeadKind.Call));
        if (kind is null)
        {
            fields.Errors.Add(SubmissionSchema.Kind, SubmissionText.OneOf.With("appointment, call"));
        }

        return kind;
    }

    /// <param name="fields">The fields; what is wrong is added to their errors.</param>
    /// <param name="kind">What was asked for.</param>
    /// <returns>The inquiry, or null when <see cref="SubmittedFields.Errors"/> has messages.</returns>
    public Inquiry? TryRead(SubmittedFields fields, LeadKind kind)
    {
        var contactBy = fields.Choice(
            SubmissionSchema.ContactBy,
            kind == LeadKind.Call ? ContactBy.Phone : ContactBy.Email,
            ("email", ContactBy.Email), ("phone", ContactBy.Phone), ("text", ContactBy.Text));
        var needsEmail = kind == LeadKind.Appointment || contactBy == ContactBy.Email;
        var needsPhone = kind == LeadKind.Call || contactBy is ContactBy.Phone or ContactBy.Text;

        var name = fields.Parsed<PersonName>(SubmissionSchema.Name, required: true, PersonName.TryParse);
        var inquiry = new Inquiry
        {
            Kind = kind,
            Name = name!,
            Email = fields.Parsed<EmailAddress>(SubmissionSchema.Email, needsEmail, EmailAddress.TryParse),
            Phone = fields.Parsed<PhoneNumber>(SubmissionSchema.Phone, needsPhone, PhoneNumber.TryParse),
            ContactBy = contactBy,
            Concerns = ConcernsOf(fields),
            Message = MessageOf(fields),
            PreferredTimes = fields.PreferredTimes(),
            Visit = fields.Choice(
                SubmissionSchema.Visit,
                Visit.Either,
                ("in-person", Visit.InPerson), ("telehealth", Visit.Telehealth), ("either", Visit.Either)),
            Consent = ConsentOf(fields),
            Source = SourceOf(fields),
        };
        return fields.Errors.Any ? null : inquiry;
    }

    private List<string> ConcernsOf(SubmittedFields fields)
    {
        var named = fields.All(SubmissionSchema.Concerns).Select(id => id.Trim()).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count > MostConcerns)
        {
            fields.Errors.Add(SubmissionSchema.Concerns, SubmissionText.TooManyConcerns.With(MostConcerns));
        }
        else if (named.Any(id => !concerns.Contains(id)))
        {
            fields.Errors.Add(SubmissionSchema.Concerns, SubmissionText.EachOneOf.With(string.Join(", ", concerns.All.Select(concern => concern.Id))));
        }

        return named;
    }

    private static string MessageOf(SubmittedFields fields)
    {
        if (PlainText.TryReadMessage(fields.One(SubmissionSchema.Message) ?? "") is not { } message)
        {
            fields.Errors.Add(SubmissionSchema.Message, SubmissionText.HiddenCharacters);
            return "";
        }

        if (message.EnumerateRunes().Count() > LongestMessage)
        {
            fields.Errors.Add(SubmissionSchema.Message, SubmissionText.MessageTooLong.With(LongestMessage));
        }

        return message;
    }

    private Consent ConsentOf(SubmittedFields fields)
    {
        string? Agreed(string field, ConsentText text) => fields.One(field) == "true" ? text.Current.Version : null;

        return new(
            Agreed(SubmissionSchema.ConsentArticles, clinic.Consents.Articles),
            Agreed(SubmissionSchema.ConsentCalls, clinic.Consents.Calls),
            Agreed(SubmissionSchema.ConsentTexts, clinic.Consents.Texts));
    }

    private static LeadSource SourceOf(SubmittedFields fields)
    {
        string? Label(string field, int longest) => PlainText.CleanLabel(fields.One("source." + field), longest);

        return new()
        {
            Page = Label("page", LongestAddress),
            Article = Label("article", LongestLabel),
            Campaign = Label("campaign", LongestLabel),
            Medium = Label("medium", LongestLabel),
            Content = Label("content", LongestLabel),
            Term = Label("term", LongestLabel),
            Referrer = Label("referrer", LongestAddress),
        };
    }
}
