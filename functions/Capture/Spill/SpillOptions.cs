using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>Section <c>Spill</c>.</summary>
public sealed class SpillOptions
{
    public const string Section = "Spill";

    private const string ScheduleExpected = "Spill__Schedule should be an NCRONTAB expression with six fields, such as 45 * * * * *.";

    /// <summary>
    /// When to look for leads that came while storage was away, in UTC (NCRONTAB, six fields). No default: the Functions host reads the setting
    /// itself, and knows none.
    /// </summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class SpillOptionsValidator : IValidateOptions<SpillOptions>;
