namespace LeadFunctions.Leads;

/// <summary>Where a person agreed or revoked.</summary>
public enum ConsentSource
{
    /// <summary>With a request, in whatever way it came in.</summary>
    Request,

    /// <summary>On the page with their preferences.</summary>
    Preferences,

    /// <summary>On the page that shows what is held of them.</summary>
    PrivacyPage,

    /// <summary>With the link or the button that stops all mail.</summary>
    Unsubscribe,

    /// <summary>The mail provider told us.</summary>
    ProviderEvent,
}
