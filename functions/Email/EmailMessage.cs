using System.Collections.ObjectModel;

namespace LeadFunctions.Email;

/// <summary>One mail, ready to go. Its sender is the same for all: <see cref="Clinic.MailSender"/>.</summary>
public sealed record EmailMessage
{
    /// <summary>
    /// Our opaque name for this sending. It travels with the mail as its only custom argument and comes back in every event.
    /// </summary>
    public required string SendId { get; init; }

    /// <summary>The addresses of the recipients, at least one. They see each other.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>One line, not empty.</summary>
    public required string Subject { get; init; }

    /// <summary>The mail as plain text, not empty.</summary>
    public required string Text { get; init; }

    /// <summary>The mail as HTML, not empty, with everything encoded.</summary>
    public required string Html { get; init; }

    /// <summary>Further header fields, such as List-Unsubscribe.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Where answers go; null for the address in <c>Email__ReplyTo</c>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The send id alone, so that no log holds a person by accident.</summary>
    public override string ToString() => $"mail {SendId}";
}
