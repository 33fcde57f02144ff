using LeadFunctions.Local.Azurite;
using Microsoft.Extensions.Configuration;

namespace LeadFunctions.Local.Commands;

/// <summary>Starts the storage emulator on a directory; <c>fresh</c> asks it to forget what was there.</summary>
internal delegate Task<StorageEmulator> StartStorage(string directory, bool fresh, CancellationToken cancellationToken);

/// <summary>A running storage emulator; disposing of it saves and stops it.</summary>
internal sealed record StorageEmulator(string ConnectionString, IAsyncDisposable Process);

/// <summary>Storage for the app while the host runs: the one that the environment names, else an emulator of our own.</summary>
internal sealed class Storage(StorageEmulator? emulator) : IAsyncDisposable
{
    private const string Setting = "Leads:Storage";
    private const string Emulated = "UseDevelopmentStorage=true";

    /// <summary>The emulator that comes with this host.</summary>
    public static StartStorage OfThisHost { get; } = async (directory, fresh, cancellationToken) =>
    {
        var azurite = fresh
            ? await AzuriteProcess.StartFreshAsync(directory, cancellationToken)
            : await AzuriteProcess.StartAsync(directory, cancellationToken);
        return new(azurite.ConnectionString, azurite);
    };

    /// <summary>The settings that lead the app to it; none when the environment has said so already.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; } =
        emulator is null ? [] : new Dictionary<string, string?> { [Setting] = emulator.ConnectionString };

    public static async Task<Storage> StartAsync(
        DataDirectory directory,
        bool fresh,
        StartStorage? start,
        CancellationToken cancellationToken)
    {
        var given = new ConfigurationBuilder().AddEnvironmentVariables().Build()[Setting];
        return start is null || (given is { Length: > 0 } && given != Emulated)
            ? new Storage(null)
            : new Storage(await start(directory.Storage, fresh, cancellationToken));
    }

    public ValueTask DisposeAsync() => emulator?.Process.DisposeAsync() ?? default;
}
