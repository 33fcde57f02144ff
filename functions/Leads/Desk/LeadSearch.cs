using System.Text.RegularExpressions;

namespace LeadFunctions.Leads;

/// <summary>
/// What somebody at the desk typed to find a lead: a reference, an address, the last digits of a telephone number, or how the words of a name
/// begin. A word that could be a reference is looked up first, and is part of a name when there is no such lead.
/// </summary>
public sealed partial record LeadSearch
{
    private const int FewestDigits = 4;
    private const int MostDigits = 17;

    // From so many digits on, zeros in front are for dialling only, and no part of the number.
    private const int LocalDigits = 8;

    private LeadSearch()
    {
    }

    /// <summary>The lead of this reference, if there is one.</summary>
    public LeadId? Reference { get; private init; }

    /// <summary>The leads of this person, who is named by an address.</summary>
    public ContactKey? Contact { get; private init; }

    /// <summary>The last digits of a number, the very last first; empty when no number is searched.</summary>
    public string LastDigits { get; private init; } = "";

    /// <summary>Beginnings of the words of a name, folded as in <see cref="NameWords"/>; empty when no name is searched.</summary>
    public IReadOnlyList<string> NameBeginnings { get; private init; } = [];

    /// <summary>Nothing can be found with what was typed.</summary>
    public bool IsHopeless => Reference is null && Contact is null && LastDigits.Length == 0 && NameBeginnings.Count == 0;

    /// <param name="text">What was typed.</param>
    /// <param name="prefix">The clinic's letters in a reference.</param>
    /// <param name="keys">Finds the key of an address.</param>
    public static LeadSearch Of(string text, string prefix, LeadKeys keys)
    {
        text = text.Trim();
        if (text.Contains('@', StringComparison.Ordinal))
        {
            return EmailAddress.TryParse(text, out var email, out _) ? new() { Contact = keys.Contact(email, phone: null) } : new();
        }

        if (!text.Any(char.IsLetter) && PhoneDigits.TryRead(text, out var digits, out _) && digits.Length is >= FewestDigits and <= MostDigits)
        {
            return new() { LastDigits = Reversed(digits.Length < LocalDigits ? digits : digits.TrimStart('0')) };
        }

        var isReference = ReferenceAlone().IsMatch(text) || text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Reference = isReference && LeadId.TryParseReference(text, out var id) ? id : null,
            NameBeginnings = NameWords.In(text),
        };
    }

    /// <summary>The digits of a number, the very last first, without an extension.</summary>
    public static string DigitsFromTheEnd(PhoneNumber phone) => Reversed(phone.E164[1..]);

    /// <summary>Whether a lead is found; a reference is not looked at.</summary>
    public bool Matches(Lead lead) =>
        Contact is { } contact ? lead.Contact == contact
        : LastDigits.Length > 0 ? lead.Phone is { } phone && DigitsFromTheEnd(phone).StartsWith(LastDigits, StringComparison.Ordinal)
        : NameBeginnings.Count > 0 && HasName(lead);

    /// <summary>Says nothing: what is searched is a person.</summary>
    public override string ToString() => nameof(LeadSearch);

    private bool HasName(Lead lead)
    {
        var words = NameWords.Of(lead.Name);
        return NameBeginnings.All(beginning => words.Any(word => word.StartsWith(beginning, StringComparison.Ordinal)));
    }

    private static string Reversed(string digits) => string.Concat(digits.Reverse());

    [GeneratedRegex("^[A-Za-z0-9]{6}$")]
    private static partial Regex ReferenceAlone();
}
