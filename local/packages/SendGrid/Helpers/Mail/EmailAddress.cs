using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mailbox and the name shown for it. Equal when the mailboxes are, whatever their case.</summary>
public class EmailAddress : IEquatable<EmailAddress>
{
    /// <summary>An address still to be filled in.</summary>
    public EmailAddress()
    {
    }

    /// <param name="email">The mailbox.</param>
    /// <param name="name">The name shown for it; null for none.</param>
    public EmailAddress(string? email, string? name = null) => (Email, Name) = (email, name);

    /// <summary>The name shown for the mailbox.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The mailbox.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; set; }

    public static bool operator ==(EmailAddress? left, EmailAddress? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(EmailAddress? left, EmailAddress? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(EmailAddress? other) =>
        other is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EmailAddress other && other.GetType() == GetType() && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Email is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Email);
}
