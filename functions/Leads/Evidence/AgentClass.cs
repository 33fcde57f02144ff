namespace LeadFunctions.Leads;

/// <summary>What kind of program fetched an image or a link, as far as its name and its network tell.</summary>
public enum AgentClass
{
    /// <summary>It gave no name, or none that says anything.</summary>
    Unknown,

    /// <summary>It calls itself a browser or a mail program, as those of people do, and as some scanners do too.</summary>
    Browser,

    /// <summary>It is known to fetch what nobody has asked for: a mail filter, a link checker, a script.</summary>
    Scanner,

    /// <summary>It fetches images on behalf of a reader, when they read or ahead of it.</summary>
    ImageProxy,

    /// <summary>It fetches every image of every mail on arrival, so that nobody can tell who reads (Apple's Mail Privacy Protection).</summary>
    PrivacyProxy,
}
