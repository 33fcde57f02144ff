using System.Security.Cryptography;
using System.Text;
using LeadFunctions.Access;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.SignIn;

/// <summary>The links to sign in with: signed, good for 15 minutes, and only in the browser that asked.</summary>
public sealed class SignInLinks(TokenSigner signer, LeadLinks links)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int PartBytes = 16;

    /// <summary>A new link for a mail.</summary>
    /// <param name="member">Whose address the mail goes to.</param>
    /// <param name="browser">What the browser that asked knows.</param>
    /// <param name="to">Where they wanted to go; null for nowhere in particular.</param>
    public string Make(ContactKey member, string browser, string? to)
    {
        var content = new byte[PartBytes * 3];
        RandomNumberGenerator.Fill(content.AsSpan(0, PartBytes));
        Convert.FromHexString(HashOf(browser)).CopyTo(content, PartBytes);
        Convert.FromHexString(member.Hex).CopyTo(content, PartBytes * 2);
        var token = signer.Sign(TokenPurpose.SignIn, content, Lifetime);
        return links.To(ReturnPath.Keep($"{GateAnswers.SignInPath}/{token}?{Language.Current.Query}", to));
    }

    /// <returns>What a link says, or null when it is not ours or too old.</returns>
    public SignInLink? Read(string? token) =>
        signer.Verify(TokenPurpose.SignIn, token, out var expiresAt) is { Length: PartBytes * 3 } content
            ? new(Part(content, 0), Part(content, 1), ContactKey.Parse(Part(content, 2)), expiresAt)
            : null;

    /// <summary>Whether a link was asked for by a browser that knows this.</summary>
    public static bool IsFor(SignInLink link, string? browser) =>
        browser is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(browser)), Encoding.ASCII.GetBytes(link.Browser));

    private static string Part(byte[] content, int index) => Convert.ToHexStringLower(content.AsSpan(index * PartBytes, PartBytes));

    private static string HashOf(string browser) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(browser)).AsSpan(0, PartBytes));
}
