using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Stats;

/// <summary>Section <c>Stats</c>.</summary>
public sealed class StatsOptions
{
    public const string Section = "Stats";

    private const string ScheduleExpected = "Stats__Schedule should be an NCRONTAB expression with six fields, such as 0 */10 * * * *.";

    /// <summary>When the figures are brought up to date, in UTC (NCRONTAB, six fields). No default: the Functions host reads the setting itself, and knows none.</summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class StatsOptionsValidator : IValidateOptions<StatsOptions>;
