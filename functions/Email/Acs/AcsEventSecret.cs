using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>
/// Tells Event Grid's posts from those of others: by a secret in the address that its subscription was given, which Azure shows to nobody
/// afterwards (learn.microsoft.com/azure/event-grid/security-authentication, "Using client secret as a query parameter").
/// </summary>
public sealed class AcsEventSecret(IOptions<AcsOptions> options)
{
    /// <summary>The parameter of the address that holds it.</summary>
    public const string Parameter = "secret";

    private readonly byte[][] hashes = [.. options.Value.EventSecrets.Select(Hash)];

    /// <summary>Whether there is any secret to compare with.</summary>
    public bool IsSet => hashes.Length > 0;

    /// <summary>Takes as long whatever was given.</summary>
    public bool Holds(string? given)
    {
        var hash = Hash(given ?? "");
        return hashes.Aggregate(false, (holds, secret) => holds | CryptographicOperations.FixedTimeEquals(secret, hash));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
