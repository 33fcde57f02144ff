using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>Section <c>Scrub</c>: when the rows of all leads are looked through.</summary>
public sealed class ScrubOptions
{
    public const string Section = "Scrub";

    private const string ScheduleExpected = "Scrub__Schedule should be an NCRONTAB expression with six fields, such as 0 */5 12-15 * * 0.";

    /// <summary>
    /// When to begin the look of the week, and to go on with it, in UTC (NCRONTAB, six fields): every few minutes of some hours of one day. No default:
    /// the Functions host reads the setting itself, and knows none.
    /// </summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class ScrubOptionsValidator : IValidateOptions<ScrubOptions>;
