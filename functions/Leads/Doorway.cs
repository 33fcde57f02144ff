namespace LeadFunctions.Leads;

/// <summary>How a request came in. Kept with it, so that a consent can be traced to where it was given.</summary>
public enum Doorway
{
    /// <summary>Captured before this was remembered.</summary>
    Unknown,

    /// <summary>Sent with the form on a page of ours.</summary>
    Page,

    /// <summary>Sent with our form inside of a page of the clinic's website.</summary>
    Widget,

    /// <summary>Sent by a program, to the route that is open to all.</summary>
    Api,

    /// <summary>Handed over by a system of the clinic's own.</summary>
    OwnSystems,
}
