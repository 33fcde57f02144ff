using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

/// <summary>Section <c>Leads</c>, the part that says how long leads are kept.</summary>
public sealed class KeepingOptions
{
    public const string Section = "Leads";

    /// <summary>
    /// How long a lead is kept after it was captured, by status: <c>booked=3650.00:00:00;spam=30.00:00:00</c>. <c>quarantined</c> is a status here as
    /// well. What is not named is kept for ever.
    /// </summary>
    public string Retention { get; set; } = "";
}

/// <summary>Says what the setting should be.</summary>
public sealed class KeepingOptionsValidator : IValidateOptions<KeepingOptions>
{
    public ValidateOptionsResult Validate(string? name, KeepingOptions options) => RetentionPolicy.TryRead(options.Retention) is null
        ? ValidateOptionsResult.Fail(
            $"Leads__Retention should say how long leads of each status are kept, such as closed=365.00:00:00;spam=30.00:00:00; the statuses are {string.Join(", ", RetentionPolicy.Names)}, and a time is at least a day.")
        : ValidateOptionsResult.Success;
}
