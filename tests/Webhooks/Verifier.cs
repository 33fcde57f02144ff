using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>Verifies as a receiver does who knows nothing of the app but the specification: every step by hand.</summary>
internal static class Verifier
{
    private const int Tolerance = 300;

    /// <returns>How many of the signatures hold for this secret; 0 is a forgery.</returns>
    public static int Verify(Received post, string secret, DateTimeOffset now)
    {
        var timestamp = long.Parse(post.Headers["webhook-timestamp"], NumberStyles.None, CultureInfo.InvariantCulture);
        if (Math.Abs(now.ToUnixTimeSeconds() - timestamp) > Tolerance)
        {
            return 0;
        }

        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret["whsec_".Length..]));
        mac.AppendData(Encoding.ASCII.GetBytes(post.Headers["webhook-id"]));
        mac.AppendData("."u8);
        mac.AppendData(Encoding.ASCII.GetBytes(post.Headers["webhook-timestamp"]));
        mac.AppendData("."u8);
        mac.AppendData(post.Body);
        var expected = mac.GetHashAndReset();
        return post.Headers["webhook-signature"].Split(' ')
            .Select(signature => signature.Split(',', 2))
            .Count(signature => signature[0] == "v1" && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(signature[1]), expected));
    }
}
