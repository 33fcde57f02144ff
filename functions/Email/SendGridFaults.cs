using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadFunctions.Email;

/// <summary>
/// The fields of a mail that SendGrid finds fault with. Its messages about them are left unread: some repeat the recipient's address
/// (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors).
/// </summary>
internal static partial class SendGridFaults
{
    private const int MostFields = 5;

    /// <returns>Names such as <c>personalizations.0.to</c>; empty when the body is not of SendGrid's shape.</returns>
    internal static async Task<IReadOnlyList<string>> ReadAsync(HttpContent body)
    {
        try
        {
            using var document = JsonDocument.Parse(await body.ReadAsByteArrayAsync());
            return [.. FieldsOf(document.RootElement).Where(field => FieldName().IsMatch(field)).Distinct().Take(MostFields)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> FieldsOf(JsonElement answer) =>
        answer.ValueKind is JsonValueKind.Object
        && answer.TryGetProperty("errors", out var errors)
        && errors.ValueKind is JsonValueKind.Array
            ? errors.EnumerateArray()
                .Where(error => error.ValueKind is JsonValueKind.Object && error.TryGetProperty("field", out var field)
                    && field.ValueKind is JsonValueKind.String)
                .Select(error => error.GetProperty("field").GetString()!)
            : [];

    [GeneratedRegex(@"\A[a-z_0-9.\[\]-]{1,80}\z")]
    private static partial Regex FieldName();
}
