using System.Buffers.Binary;
using System.Security.Cryptography;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>
/// What a form carries unseen: for which kind of request it was made, and when. It never ends, so that an old one can be told from one
/// that is not ours; a form that was left open for days is a person's.
/// </summary>
public sealed class FormTokens(TokenSigner signer, TimeProvider clock)
{
    private const int TimeBytes = 8;
    private const int NonceBytes = 8;
    private const int Length = 1 + TimeBytes + NonceBytes;

    public string Make(LeadKind kind)
    {
        Span<byte> content = stackalloc byte[Length];
        content[0] = (byte)kind;
        BinaryPrimitives.WriteInt64BigEndian(content[1..], clock.GetUtcNow().ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(content[(1 + TimeBytes)..]);
        return signer.Sign(TokenPurpose.Form, content, lifetime: null);
    }

    /// <summary>
    /// The token of a form that is shown again: the one that it came with, when that was ours, since whoever corrects a mistake is quick
    /// the second time.
    /// </summary>
    public string Keep(string? token, LeadKind kind) => Read(token, kind) is FormTokenReading.Genuine ? token! : Make(kind);

    public FormTokenReading Read(string? token, LeadKind kind)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            return new FormTokenReading.Absent();
        }

        return signer.Verify(TokenPurpose.Form, token) is { Length: Length } content && content[0] == (byte)kind
            ? new FormTokenReading.Genuine(token, clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(1))))
            : new FormTokenReading.Foreign();
    }
}
