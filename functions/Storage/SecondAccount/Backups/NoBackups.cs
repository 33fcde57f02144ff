using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>There is no second account.</summary>
internal sealed class NoBackups : IBackups
{
    private static readonly BackupException None = new("There is no second account: set SecondAccount__Storage or SecondAccount__StorageEndpoint.");

    public bool IsSetUp => false;

    public Task<IReadOnlyList<BackupPart>> UnfinishedAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BackupPart>>([]);

    public Task<bool> CopyAsync(DateOnly day, BackupPart part, CancellationToken cancellationToken) => throw None;

    public Task<IReadOnlyList<StoredBackup>> AllAsync(CancellationToken cancellationToken) => throw None;

    public Task RemoveAsync(DateOnly day, CancellationToken cancellationToken) => throw None;

    public Task<long> RestoreAsync(DateOnly day, bool isAgain, CancellationToken cancellationToken) => throw None;
}
