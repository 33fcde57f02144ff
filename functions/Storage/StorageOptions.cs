namespace LeadFunctions.Storage;

/// <summary>Section <c>Leads</c>, the part that says where leads are kept: one of <see cref="Storage"/> and <see cref="StorageEndpoint"/>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Leads";

    /// <summary>A connection string of Table Storage.</summary>
    public string? Storage { get; set; }

    /// <summary>The account's table endpoint, such as <c>https://account.table.core.windows.net</c>, reached with the app's managed identity.</summary>
    public Uri? StorageEndpoint { get; set; }

    /// <summary>The table that holds leads. It is made when the app is deployed, never by the app.</summary>
    public string Table { get; set; } = "leads";

    /// <summary>The table that holds what came of mails; made when the app is deployed, as the other is.</summary>
    public string EventsTable { get; set; } = "events";
}
