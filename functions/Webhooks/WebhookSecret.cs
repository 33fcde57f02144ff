using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Webhooks;

/// <summary>A secret as Standard Webhooks writes it: <c>whsec_</c> and 24 to 64 bytes in Base64 (its section on signature schemes).</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    /// <param name="text">As it is set.</param>
    /// <param name="secret">The bytes that sign.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out byte[]? secret)
    {
        Span<byte> bytes = stackalloc byte[MostBytes];
        secret = text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length)
            && length >= FewestBytes ? bytes[..length].ToArray() : null;
        return secret is not null;
    }
}
