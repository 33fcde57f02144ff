namespace LeadFunctions.Leads;

/// <summary>What a person agrees to or revokes, each by itself. Kept as numbers in keys: never reordered.</summary>
public enum ConsentChannel
{
    /// <summary>E-mail with articles.</summary>
    Articles,

    /// <summary>Telephone calls.</summary>
    Calls,

    /// <summary>Text messages.</summary>
    Texts,

    /// <summary>Any e-mail at all.</summary>
    Email,
}
