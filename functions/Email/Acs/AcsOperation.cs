using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadFunctions.Email;

/// <summary>
/// A sending as the service keeps it (learn.microsoft.com/rest/api/communication/email/email/get-send-result), or an error in its place.
/// The texts of errors are left unread: some repeat the recipient's address.
/// </summary>
internal sealed partial record AcsOperation(string? Status, AcsOperation.Fault? Error)
{
    /// <returns>Null when the text is not of the service's shape.</returns>
    internal static AcsOperation? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, AcsJson.Default.AcsOperation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The error in the service's one word for it, such as <c>InvalidEmailAddress</c>; null when there is none.</summary>
    internal string? FaultCode => Error?.Code is { } code && Word().IsMatch(code) ? code : null;

    [GeneratedRegex(@"\A[A-Za-z]{1,60}\z")]
    private static partial Regex Word();

    internal sealed record Fault(string? Code);
}
