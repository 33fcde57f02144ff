namespace LeadFunctions.Http;

/// <summary>Anybody may use the function: it asks no more than what stands in the request itself.</summary>
public sealed class OpenAttribute : AccessAttribute
{
    /// <summary>Whether a browser may post here only from our own pages.</summary>
    public bool FromOwnPagesOnly { get; set; }
}
