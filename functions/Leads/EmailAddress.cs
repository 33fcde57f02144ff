using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace LeadFunctions.Leads;

/// <summary>
/// One mailbox that mail can be sent to: a bare addr-spec (RFC 5322, 3.4.1) whose local part is a dot-string (RFC 5321, 4.1.2), in any
/// script (RFC 6531, 3.3), at most 64 octets long, and whose host has at least two labels and is written in lower-case A-labels
/// (RFC 5890); at most 254 octets in all (RFC 5321, 4.5.3.1.3, less the angle brackets). Display names, comments, quoted local parts
/// and address literals are refused. Made only by <see cref="TryParse"/>; two addresses are equal when their
/// <see cref="Normalized"/> forms are.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>The most octets an address may have.</summary>
    public const int MaximumLength = 254;

    private const int MaximumLocalLength = 64;

    // Longer than any address whose host shrinks when it is written in A-labels, and short enough to parse without a thought.
    private const int MaximumInputLength = 1024;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private static readonly SearchValues<char> AtomCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~");

    private EmailAddress(string local, string host)
    {
        Value = $"{local}@{host}";
        Normalized = $"{local.ToLowerInvariant().Normalize()}@{host}";
    }

    /// <summary>The address to send to: the local part as it was typed, in normalisation form C.</summary>
    public string Value { get; }

    /// <summary>
    /// The address to compare by: all lower case. Only the receiving host may give case a meaning (RFC 5321, 2.4), and none that people
    /// use does. Dots and plus tags stay, because they do tell mailboxes apart at many hosts.
    /// </summary>
    public string Normalized { get; }

    /// <summary>Reads one address; spaces around it are dropped.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address, out ContactProblem problem)
    {
        address = null;
        problem = Read(text, out var local, out var host);

        if (problem is ContactProblem.None)
        {
            address = new EmailAddress(local, host);
        }

        return address is not null;
    }

    /// <summary>Whether both name the same mailbox.</summary>
    public bool Equals(EmailAddress? other) => other is not null && Normalized == other.Normalized;

    /// <inheritdoc/>
    public override int GetHashCode() => Normalized.GetHashCode(StringComparison.Ordinal);

    /// <summary>Says nothing, so that no log holds an address by accident: ask for <see cref="Value"/>.</summary>
    public override string ToString() => nameof(EmailAddress);

    private static ContactProblem Read(string? text, out string local, out string host)
    {
        (local, host) = ("", "");

        if (string.IsNullOrWhiteSpace(text))
        {
            return ContactProblem.EmailMissing;
        }

        if (text.Length > MaximumInputLength)
        {
            return ContactProblem.EmailTooLong;
        }

        var typed = text.Trim(' ');

        if (HiddenCharacters.IsIn(typed) || typed.Any(char.IsWhiteSpace))
        {
            return typed.Count(character => character is '@') > 1
                ? ContactProblem.EmailMoreThanOne
                : ContactProblem.EmailForbiddenCharacter;
        }

        typed = typed.Normalize();

        if (typed.AsSpan().ContainsAny(",;") && typed.Count(character => character is '@') > 1)
        {
            return ContactProblem.EmailMoreThanOne;
        }

        if (!MailAddress.TryCreate(typed, out var parsed) || parsed.DisplayName.Length > 0 || parsed.Address != typed)
        {
            return ContactProblem.EmailMalformed;
        }

        (local, host) = (parsed.User, parsed.Host);
        return Check(local, ref host);
    }

    private static ContactProblem Check(string local, ref string host)
    {
        if (local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal) || !local.All(IsAtomOrDot))
        {
            return ContactProblem.EmailMalformed;
        }

        if (!TryGetALabels(host, out host))
        {
            return ContactProblem.EmailHostMalformed;
        }

        var localLength = Encoding.UTF8.GetByteCount(local);

        return localLength > MaximumLocalLength || localLength + 1 + host.Length > MaximumLength
            ? ContactProblem.EmailTooLong
            : ContactProblem.None;
    }

    private static bool IsAtomOrDot(char character) => character is '.' or >= '\u0080' || AtomCharacters.Contains(character);

    private static bool TryGetALabels(string host, out string labels)
    {
        try
        {
            labels = Idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            labels = host;
            return false;
        }

        // No top-level domain is all digits (RFC 3696, 2), which also tells a host from an IPv4 address.
        return labels.LastIndexOf('.') is > 0 and var dot && dot < labels.Length - 1 && !labels[(dot + 1)..].All(char.IsAsciiDigit);
    }
}
