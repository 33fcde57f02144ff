using System.Globalization;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Judges submitted fields: either an inquiry that holds, or a message for every field that does not.</summary>
public sealed class InquiryReader(ConcernCatalogue concerns, ClinicProfile clinic)
{
    private const int MostConcerns = 10;
    private const int MostTimes = 5;
    private const int LongestMessage = 2000;
    private const int LongestLabel = 200;
    private const int LongestAddress = 1000;

    /// <param name="fields">The fields; what is wrong is added to their errors.</param>
    /// <param name="kind">What was asked for.</param>
    /// <returns>The inquiry, or null when <see cref="SubmittedFields.Errors"/> has messages.</returns>
    public Inquiry? TryRead(SubmittedFields fields, LeadKind kind)
    {
        var errors = fields.Errors;
        var contactBy = ContactByOf(fields, kind);
        var inquiry = new Inquiry
        {
            Kind = kind,
            Name = NameOf(fields)!,
            Email = EmailOf(fields, required: kind == LeadKind.Appointment || contactBy == ContactBy.Email),
            Phone = PhoneOf(fields, required: kind == LeadKind.Call || contactBy is ContactBy.Phone or ContactBy.Text),
            ContactBy = contactBy,
            Concerns = ConcernsOf(fields),
            Message = MessageOf(fields),
            PreferredTimes = TimesOf(fields),
            Visit = Choice(fields, SubmissionSchema.Visit, Visit.Either, ("in-person", Visit.InPerson), ("telehealth", Visit.Telehealth), ("either", Visit.Either)),
            Consent = ConsentOf(fields),
            Source = SourceOf(fields),
        };
        return errors.Any ? null : inquiry;
    }

    /// <summary>The kind that a submission names; for the route that takes both.</summary>
    public static LeadKind? KindOf(SubmittedFields fields)
    {
        switch (fields.One(SubmissionSchema.Kind))
        {
            case "appointment":
                return LeadKind.Appointment;
            case "call":
                return LeadKind.Call;
            default:
                fields.Errors.Add(SubmissionSchema.Kind, "This should be one of: appointment, call.");
                return null;
        }
    }

    /// <summary>The submission's own id, when it has one.</summary>
    /// <param name="fields">The fields; a malformed id is added to their errors.</param>
    /// <param name="idempotencyKey">The header of that name; the field goes first.</param>
    public static string? SubmissionIdOf(SubmittedFields fields, string? idempotencyKey)
    {
        if (fields.One(SubmissionSchema.SubmissionId) is { } text)
        {
            if (Guid.TryParseExact(text.Trim(), "D", out var id))
            {
                return id.ToString("D");
            }

            fields.Errors.Add(SubmissionSchema.SubmissionId, "This should be a UUID, such as 0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(idempotencyKey))
        {
            return null;
        }

        if (idempotencyKey.Length > LongestLabel || HiddenCharacters.IsIn(idempotencyKey))
        {
            fields.Errors.Add("Idempotency-Key", $"This header should be at most {LongestLabel} visible characters.");
        }

        return idempotencyKey.Trim();
    }

    private static ContactBy ContactByOf(SubmittedFields fields, LeadKind kind) => Choice(
        fields,
        SubmissionSchema.ContactBy,
        kind == LeadKind.Call ? ContactBy.Phone : ContactBy.Email,
        ("email", ContactBy.Email), ("phone", ContactBy.Phone), ("text", ContactBy.Text));

    private static PersonName? NameOf(SubmittedFields fields)
    {
        if (!PersonName.TryParse(fields.One(SubmissionSchema.Name), out var name, out var problem))
        {
            fields.Errors.Add(SubmissionSchema.Name, problem.ToEnglish());
        }

        return name;
    }

    private static EmailAddress? EmailOf(SubmittedFields fields, bool required)
    {
        var text = fields.One(SubmissionSchema.Email);
        if ((text is not null || required) && !EmailAddress.TryParse(text, out _, out var problem))
        {
            fields.Errors.Add(SubmissionSchema.Email, problem.ToEnglish());
        }

        return EmailAddress.TryParse(text, out var email, out _) ? email : null;
    }

    private static PhoneNumber? PhoneOf(SubmittedFields fields, bool required)
    {
        var text = fields.One(SubmissionSchema.Phone);
        if ((text is not null || required) && !PhoneNumber.TryParse(text, out _, out var problem))
        {
            fields.Errors.Add(SubmissionSchema.Phone, problem.ToEnglish());
        }

        return PhoneNumber.TryParse(text, out var phone, out _) ? phone : null;
    }

    private List<string> ConcernsOf(SubmittedFields fields)
    {
        var named = fields.All(SubmissionSchema.Concerns).Select(id => id.Trim()).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count > MostConcerns)
        {
            fields.Errors.Add(SubmissionSchema.Concerns, $"Choose at most {MostConcerns}.");
        }
        else if (named.Any(id => !concerns.Contains(id)))
        {
            fields.Errors.Add(SubmissionSchema.Concerns, $"Each of these should be one of: {string.Join(", ", concerns.All.Select(concern => concern.Id))}.");
        }

        return named;
    }

    private static string MessageOf(SubmittedFields fields)
    {
        var text = fields.One(SubmissionSchema.Message) ?? "";
        if (PlainText.TryReadMessage(text) is not { } message)
        {
            fields.Errors.Add(SubmissionSchema.Message, "This holds characters that cannot be seen. Type it again, please.");
            return "";
        }

        if (message.EnumerateRunes().Count() > LongestMessage)
        {
            fields.Errors.Add(SubmissionSchema.Message, $"Use at most {LongestMessage} characters.");
        }

        return message;
    }

    private static List<PreferredTime> TimesOf(SubmittedFields fields)
    {
        var days = fields.All(SubmissionSchema.PreferredDay);
        var parts = fields.All(SubmissionSchema.PreferredPart);
        var times = new List<PreferredTime>();
        for (var index = 0; index < Math.Max(days.Count, parts.Count); index++)
        {
            var day = index < days.Count ? days[index].Trim() : "";
            var part = index < parts.Count ? parts[index].Trim() : "";

            // A form sends its empty rows too.
            if (day.Length > 0 || part.Length > 0)
            {
                times.Add(new(DayOf(fields, day), PartOf(fields, part)));
            }
        }

        if (times.Count > MostTimes)
        {
            fields.Errors.Add(SubmissionSchema.PreferredTimes, $"Name at most {MostTimes} times.");
        }

        return times;
    }

    private static string DayOf(SubmittedFields fields, string day)
    {
        var isDay = day is "" or "any" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
            || DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (!isDay)
        {
            fields.Errors.Add(SubmissionSchema.PreferredTimes, "Each day should be a date such as 2026-12-01, a weekday such as monday, or any.");
        }

        return day.Length == 0 ? "any" : day;
    }

    private static PartOfDay PartOf(SubmittedFields fields, string part)
    {
        switch (part)
        {
            case "morning":
                return PartOfDay.Morning;
            case "afternoon":
                return PartOfDay.Afternoon;
            case "evening":
                return PartOfDay.Evening;
            case "" or "any":
                return PartOfDay.Any;
            default:
                fields.Errors.Add(SubmissionSchema.PreferredTimes, "Each part should be one of: morning, afternoon, evening, any.");
                return PartOfDay.Any;
        }
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

    private static T Choice<T>(SubmittedFields fields, string field, T absent, params (string Word, T Value)[] choices)
    {
        var text = fields.One(field);
        if (text is null)
        {
            return absent;
        }

        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        fields.Errors.Add(field, $"This should be one of: {string.Join(", ", choices.Select(choice => choice.Word))}.");
        return absent;
    }
}
