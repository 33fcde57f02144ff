using Azure.Data.Tables;
using LeadFunctions.Local;
using LeadFunctions.Local.Azurite;

namespace LeadFunctions.Benchmarks;

/// <summary>What all measurements share: one storage emulator that keeps nothing on disk, one mail provider, two tables.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>How many connections the load has, and the floor.</summary>
    public const int Connections = 16;

    /// <summary>The table that the local host writes to.</summary>
    public const string Ours = "ours";

    /// <summary>The table that recorded requests go to.</summary>
    public const string Floor = "floor";

    // The 29th of February.
    private const string Never = "0 0 0 29 2 *";

    private static readonly IReadOnlyList<string> Schedules =
    [
        .. LocalSettings.Read(LocalSettings.SampleFile).Keys
            .Where(name => name.EndsWith("Schedule", StringComparison.Ordinal))
            .Select(name => name.Replace("__", ":", StringComparison.Ordinal)),
    ];

    private readonly AzuriteProcess azurite;

    private Stage(AzuriteProcess azurite, MailSink mail)
    {
        this.azurite = azurite;
        Mail = mail;
    }

    public MailSink Mail { get; }

    public string Storage => azurite.ConnectionString;

    public static async Task<Stage> SetAsync(CancellationToken cancellationToken)
    {
        var azurite = await AzuriteProcess.StartInMemoryAsync(cancellationToken);
        return new(azurite, await MailSink.StartAsync());
    }

    /// <summary>Makes the table new: every round begins with partitions that are equally fresh.</summary>
    public async Task EmptyAsync(string table)
    {
        var service = new TableServiceClient(Storage);
        await service.DeleteTableAsync(table);
        await service.CreateTableAsync(table);
    }

    /// <summary>
    /// How the app runs here: on this storage, with this provider, for one sender who may send everything, and with timers that
    /// never come by themselves.
    /// </summary>
    public IReadOnlyDictionary<string, string?> SettingsFor(string table) => new Dictionary<string, string?>(Schedules.Select(name => KeyValuePair.Create(name, (string?)Never)))
    {
        ["Leads:Storage"] = Storage,
        ["Leads:Table"] = table,
        ["SendGrid:BaseUrl"] = Mail.Address.GetLeftPart(UriPartial.Authority),
        ["Capture:PostsPerMinute"] = "1000000",
        ["Capture:LeadsPerHour"] = "1000000",
        ["Capture:LeadsPerContact"] = "1000000",
    };

    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
