namespace LeadFunctions.Leads;

/// <summary>How one of our own links was fetched.</summary>
public enum LinkFetch
{
    /// <summary>As a person's browser does, and as many scanners do.</summary>
    Get,

    /// <summary>Only to see what is there.</summary>
    Head,

    /// <summary>Ahead of a visit that may never come.</summary>
    Prefetch,
}
