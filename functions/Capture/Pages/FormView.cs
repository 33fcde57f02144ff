using System.Security.Cryptography;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>What a form page shows: what was typed, what is wrong with it, and what can be chosen.</summary>
public sealed class FormView(
    LeadKind kind,
    SubmittedFields fields,
    int status,
    string? problem,
    ClinicProfile clinic,
    ConcernCatalogue concerns,
    string availability,
    string formToken,
    BotChallenge? challenge)
{
    public LeadKind Kind => kind;

    public bool IsCall => kind == LeadKind.Call;

    /// <summary>Where the form posts to; what answers speaks the language of the form.</summary>
    public string Action => $"{(IsCall ? "/api/calls" : "/api/appointments")}?{Language.Current.Query}";

    /// <summary>The address of an empty form like this one, which also came from where this one came from.</summary>
    public string Address => (IsCall ? "/call" : "/appointment") + FormPrefill.QueryOf(fields);

    /// <summary>How soon somebody answers.</summary>
    public string Availability => availability;

    /// <summary>What is wrong with the whole, or null.</summary>
    public string? Problem => problem;

    public FormProblems Problems { get; } = new(fields.Errors.ByField.AsReadOnly(), kind);

    public ConsentWordings Consents => clinic.Consents;

    /// <summary>What troubles people, and the treatments that they want to know about.</summary>
    public IEnumerable<IGrouping<ConcernKind, Concern>> Concerns => concerns.All.GroupBy(concern => concern.Kind);

    public FormTimes Times { get; } = new(fields, clinic.Hours);

    /// <summary>
    /// Names this submission, so that sending it twice is sending it once. A form that comes back keeps it, unless it was used up:
    /// then what is sent next is a new request.
    /// </summary>
    public string SubmissionId { get; } =
        status != StatusCodes.Status409Conflict && fields.All(SubmissionSchema.SubmissionId) is [var sent, ..] && Guid.TryParseExact(sent, "D", out var kept)
            ? kept.ToString("D")
            : NewId().ToString("D");

    /// <summary>Fields that the visitor does not see: where they came from, and which form this is.</summary>
    public IEnumerable<(string Name, string Value)> Hidden =>
        FormFields.Carried(kind)
            .Select(name => (Name: name, Value: Value(name)))
            .Where(carried => carried.Value.Length > 0)
            .Append((SubmissionSchema.FormToken, formToken));

    /// <summary>What the page asks to tell people from machines; null for nothing.</summary>
    public BotChallenge? Challenge => challenge;

    /// <summary>What was typed into a field; empty when nothing was.</summary>
    public string Value(string name) => fields.All(name) is [var first, ..] ? first : "";

    /// <summary>Whether a box or a choice is marked.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="byDefault">Whether it is marked when nothing was said.</param>
    public bool IsChosen(string name, string value, bool byDefault = false) =>
        fields.All(name) is { Count: > 0 } chosen ? chosen.Contains(value) : byDefault;

    // Version 4 and variant of RFC 9562, 5.4, over random bytes.
    private static Guid NewId()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
