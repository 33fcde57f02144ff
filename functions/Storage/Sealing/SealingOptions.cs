namespace LeadFunctions.Storage;

/// <summary>
/// Section <c>Encryption</c>: the keys under which everything is sealed that leaves the account of the leads, and the data keys of each month, which seal
/// who a lead is and what they wrote.
/// </summary>
public sealed class SealingOptions
{
    public const string Section = "Encryption";

    /// <summary>
    /// Keys as <c>id:base64</c>, the newest first: 32 random bytes, and an id of 1 to 16 small letters and digits that never names another key. The
    /// first one seals, all of them open, so a key can be replaced while something is still sealed under it. Without any, leads are kept as they are.
    /// </summary>
    public IList<string> Keys { get; } = [];
}
