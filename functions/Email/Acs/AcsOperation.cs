using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadFunctions.Email;

/// <summary>
/// A sending as the service keeps it (learn.microsoft.com/rest/api/communication/email/email/get-send-result), or an error in its place.
/// The texts of errors are left unread: some repeat the recipient's address.
/// </summary>
internal sealed partial record AcsOperation(string? Status, AcsOperation.Fault? Error)
{
    /// <summary>
    /// The name of a sending with the service. It is ours to choose, and follows from the send id: whoever knows the one can ask for the other,
    /// after a crash too.
    /// </summary>
    internal static Guid IdOf(string sendId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("acs-operation:" + sendId))[..16];

        // Version 8 of RFC 9562: made by a way of one's own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

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
