namespace LeadFunctions.Leads;

/// <summary>Where a person agreed or revoked. Kept by name: a name is never changed.</summary>
public enum ConsentSource
{
    /// <summary>With a request of which it is not known how it came in.</summary>
    Request,

    /// <summary>With the form on a page of ours.</summary>
    Form,

    /// <summary>With our form inside of a page of the clinic's website.</summary>
    Widget,

    /// <summary>With a request that a program sent.</summary>
    Api,

    /// <summary>A system of the clinic's own said so: with a request that it handed over, or with a list of whom not to write to.</summary>
    OwnSystems,

    /// <summary>On the page with their preferences.</summary>
    Preferences,

    /// <summary>On the page that shows what is held of them.</summary>
    PrivacyPage,

    /// <summary>On the page that stops all mail.</summary>
    Unsubscribe,

    /// <summary>With the button of their mail program that stops all mail (RFC 8058).</summary>
    OneClick,

    /// <summary>They told staff, who wrote it down.</summary>
    Staff,

    /// <summary>The mail provider told us.</summary>
    ProviderEvent,
}
