using LeadFunctions.Local.Azurite;

namespace LeadFunctions.Tests.Support;

/// <summary>
/// One Azurite for the whole run of the tests, started when the first of them asks. Collections share it and run side by side, so
/// each test uses tables (or partitions) of its own. It keeps nothing on disk and goes with the test process.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<AzuriteProcess>> Shared = new(() => AzuriteProcess.StartInMemoryAsync(CancellationToken.None));

    private AzuriteProcess? azurite;

    public string ConnectionString => azurite?.ConnectionString ?? throw new InvalidOperationException("The fixture is not initialized.");

    public async Task InitializeAsync() => azurite = await Shared.Value;

    public Task DisposeAsync() => Task.CompletedTask;
}
