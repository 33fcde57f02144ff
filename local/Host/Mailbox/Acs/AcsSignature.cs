using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// Tells requests that were signed with the resource's access key from others
/// (learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial).
/// </summary>
internal static class AcsSignature
{
    /// <summary>The access key of the resource on this machine, which everybody can read.</summary>
    internal static string Key { get; } = Convert.ToBase64String("local-only-access-key"u8);

    internal static bool IsSigned(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(body));
        var signed = $"{request.Method}\n{request.Path}{request.QueryString}\n{request.Headers["x-ms-date"]};{request.Host};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(signed)));
        var expected = $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}";
        return request.Headers["x-ms-content-sha256"] == hash
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()));
    }
}
