namespace LeadFunctions.Storage;

/// <summary>
/// Section <c>SecondAccount</c>: a storage account in another region than that of the leads, for leads that come while that one is away, and for
/// copies of all rows. One of <see cref="Storage"/> and <see cref="StorageEndpoint"/>, or neither: then there is no such account.
/// </summary>
public sealed class SecondAccountOptions
{
    public const string Section = "SecondAccount";

    /// <summary>A connection string of Table Storage.</summary>
    public string? Storage { get; set; }

    /// <summary>The account's table endpoint, reached with the app's managed identity.</summary>
    public Uri? StorageEndpoint { get; set; }

    /// <summary>The table in which leads wait. It is made when the app is deployed, never by the app.</summary>
    public string SpillTable { get; set; } = "spill";

    public bool IsSetUp => StorageEndpoint is not null || !string.IsNullOrEmpty(Storage);
}
