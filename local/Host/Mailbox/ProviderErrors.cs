namespace LeadFunctions.Local.Mailbox;

/// <summary>The shape of every error that SendGrid answers.</summary>
internal sealed record ProviderErrors(IReadOnlyList<ProviderErrors.Error> Errors)
{
    internal ProviderErrors(string message)
        : this([new Error(message, Field: null)])
    {
    }

    /// <param name="Message">A sentence; some repeat an address from the request.</param>
    /// <param name="Field">Where the fault is, such as <c>personalizations.0.to</c>; null when it is in no field.</param>
    /// <param name="Help">A page about the field; null when there is none.</param>
    internal sealed record Error(string Message, string? Field, string? Help = null);
}
