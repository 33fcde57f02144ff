using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LeadFunctions.Storage;

/// <summary>One key for sealing.</summary>
/// <param name="Id">Tells which key something is sealed under; no secret.</param>
/// <param name="Secret">32 bytes.</param>
internal sealed partial record SealingKey(string Id, byte[] Secret)
{
    public const int SecretLength = 32;

    public static bool TryParse(string text, [NotNullWhen(true)] out SealingKey? key)
    {
        key = Form().Match(text) is { Success: true } match && TryDecode(match.Groups["secret"].Value) is { Length: SecretLength } secret
            ? new(match.Groups["id"].Value, secret)
            : null;
        return key is not null;
    }

    private static byte[]? TryDecode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    [GeneratedRegex("^(?<id>[a-z0-9]{1,16}):(?<secret>[A-Za-z0-9+/]+=*)$")]
    private static partial Regex Form();
}
