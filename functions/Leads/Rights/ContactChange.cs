namespace LeadFunctions.Leads;

/// <summary>What a person's word changes.</summary>
/// <param name="Contact">The contact as it becomes.</param>
/// <param name="Receipts">What is kept for good.</param>
public sealed record ContactChange(Contact Contact, params IReadOnlyList<ConsentReceipt> Receipts)
{
    /// <summary>Stops all mail.</summary>
    /// <param name="contact">As it is.</param>
    /// <param name="suppression">That the person said stop, or called a mail spam, and when.</param>
    /// <param name="source">Where they said so.</param>
    /// <returns>Null when it changes nothing.</returns>
    public static ContactChange? Stop(Contact contact, Suppression suppression, ConsentSource source)
    {
        var after = contact.With(suppression);

        // Of somebody of whom nothing is known, no more is kept than that they are not to be written to.
        return after == contact ? null
            : contact.Version.Length == 0 ? new(after)
            : new(after, new ConsentReceipt(ConsentChannel.Email, IsAgreed: false, Wording: null, suppression.At, source));
    }
}
