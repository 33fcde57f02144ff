using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Stats;

/// <summary>Section <c>Stats</c>.</summary>
public sealed class StatsOptions
{
    public const string Section = "Stats";

    /// <summary>When the figures are brought up to date, in UTC (NCRONTAB, six fields).</summary>
    [Schedule(Section, "0 */10 * * * *")]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class StatsOptionsValidator : IValidateOptions<StatsOptions>;
