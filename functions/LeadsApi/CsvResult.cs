using System.Globalization;
using System.Text;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.LeadsApi;

/// <summary>Leads as a CSV file (RFC 4180) in UTF-8, written as they come: however many there are, few are in memory.</summary>
/// <param name="leads">The leads.</param>
/// <param name="withBom">Whether a byte order mark comes first: some spreadsheets know UTF-8 by nothing else.</param>
internal sealed class CsvResult(IAsyncEnumerable<LeadJson> leads, bool withBom) : IResult
{
    public const string MediaType = "text/csv";

    private const string LineEnd = "\r\n";

    private static readonly (string Name, Func<LeadJson, string?> Value)[] Fields =
    [
        ("reference", lead => lead.Reference),
        ("kind", lead => lead.Kind),
        ("status", lead => lead.Status),
        ("name", lead => lead.Name),
        ("email", lead => lead.Email),
        ("phone", Phone),
        ("contactBy", lead => lead.ContactBy),
        ("concerns", lead => string.Join(' ', lead.Concerns)),
        ("message", lead => lead.Message),
        ("preferredTimes", lead => string.Join(' ', lead.PreferredTimes.Select(time => $"{time.Day}/{time.Part}"))),
        ("visit", lead => lead.Visit),
        ("consentArticles", lead => Flag(lead.Consent.Articles)),
        ("consentCalls", lead => Flag(lead.Consent.Calls)),
        ("consentTexts", lead => Flag(lead.Consent.Texts)),
        ("sourcePage", lead => lead.Source.Page),
        ("sourceArticle", lead => lead.Source.Article),
        ("sourceCampaign", lead => lead.Source.Campaign),
        ("sourceMedium", lead => lead.Source.Medium),
        ("sourceContent", lead => lead.Source.Content),
        ("sourceTerm", lead => lead.Source.Term),
        ("sourceReferrer", lead => lead.Source.Referrer),
        ("language", lead => lead.Language),
        ("capturedAt", lead => Time(lead.CapturedAt)),
        ("urgent", lead => Flag(lead.Urgent)),
        ("quarantined", lead => Flag(lead.Quarantined)),
        ("spamReasons", lead => string.Join(' ', lead.SpamReasons)),
        ("assignee", lead => lead.Assignee),
        ("firstRespondedAt", lead => Time(lead.FirstRespondedAt)),
        ("bookedAt", lead => Time(lead.BookedAt)),
        ("closedReason", lead => lead.ClosedReason),
        ("followUpPausedAt", lead => Time(lead.FollowUpPausedAt)),
        ("dueBy", lead => Time(lead.DueBy)),
        ("overdue", lead => Flag(lead.Overdue)),
    ];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{MediaType}; charset=utf-8; header=present";
        response.Headers.ContentDisposition = "attachment; filename=\"leads.csv\"";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(withBom), leaveOpen: true);
        try
        {
            await writer.WriteAsync(string.Join(',', Fields.Select(field => field.Name)) + LineEnd);
            await foreach (var lead in leads.WithCancellation(httpContext.RequestAborted))
            {
                await writer.WriteAsync(string.Join(',', Fields.Select(field => CsvField.Of(field.Value(lead)))) + LineEnd);
            }
        }
        catch (LeadStoreUnavailableException)
        {
            // The answer has begun: what ends here must not look like the end of the list.
            httpContext.Abort();
        }
    }

    // As people write it: the plus sign of the international form would need a guard in every row.
    private static string? Phone(LeadJson lead) => PhoneNumber.TryParse(lead.Phone, out var phone, out _)
        ? lead.PhoneExtension is { } extension ? $"{phone.Display} ext. {extension}" : phone.Display
        : null;

    private static string Flag(bool value) => value ? "true" : "false";

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
