using System.Globalization;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Encryption;

/// <summary>
/// Puts everything in storage under the first key of the settings: wraps the keys of the months anew, and seals what is not sealed yet. It stops after 45
/// seconds and says where to go on; asked again, whatever was cut short, it does what is left.
/// </summary>
public sealed partial class RotateHandler(ILeadSealing sealing, TimeProvider clock, ILogger<RotateHandler> logger)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    /// <param name="cursor">From <see cref="RotateAnswer.Next"/>; null to begin.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<RotateResult> HandleAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (FirstOf(cursor) is not { } first)
        {
            return new RotateResult.NoCursor();
        }

        if (!sealing.IsOn)
        {
            return new RotateResult.Off();
        }

        using var budget = new CancellationTokenSource(Budget, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            return new RotateResult.Done(await RotateAsync(first, both.Token, cancellationToken));
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogAway(exception);
            return new RotateResult.Away();
        }
    }

    private async Task<RotateAnswer> RotateAsync(Shard first, CancellationToken budget, CancellationToken cancellationToken)
    {
        await sealing.PrepareAsync(cancellationToken);
        var keys = await sealing.WrapAsync(cancellationToken);
        var total = 0;
        foreach (var shard in Shard.All.Where(shard => shard.Number >= first.Number))
        {
            var rows = await sealing.SealAsync(shard, budget);
            total += rows.Sealed;
            if (!rows.IsAll)
            {
                LogRotated(keys.Wrapped, total);
                return new(keys.All, keys.Wrapped, total, OlderKeys: null, TextOf(shard));
            }
        }

        LogRotated(keys.Wrapped, total);
        var older = await sealing.OlderKeysAsync(cancellationToken);
        return new(keys.All, keys.Wrapped, total, new(older.Any, older.Months, older.Waiting, older.Copies), Next: null);
    }

    private static Shard? FirstOf(string? cursor) => cursor is null ? Shard.All[0]
        : cursor is [var digit] && char.IsAsciiHexDigitLower(digit) ? new Shard(Convert.ToInt32(cursor, 16))
        : null;

    private static string TextOf(Shard shard) => shard.Number.ToString("x", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Information, "Wrapped {Keys} keys of months anew and sealed {Rows} rows.")]
    private partial void LogRotated(int keys, int rows);

    [LoggerMessage(LogLevel.Error, "The rotation was cut short; asked again, it goes on.")]
    private partial void LogAway(Exception exception);
}
