namespace LeadFunctions.Leads;

/// <summary>Which sequences of letters leads begin with now.</summary>
public interface ISequenceVersions
{
    /// <summary>Of each kind of lead the newest, as name and version, such as <c>appointment-2</c>.</summary>
    IReadOnlyList<string> Newest { get; }
}
