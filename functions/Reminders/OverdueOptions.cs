using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Reminders;

/// <summary>Section <c>Overdue</c>. What is promised is in the clinic's content, in its own hours.</summary>
public sealed class OverdueOptions
{
    public const string Section = "Overdue";

    private const string ScheduleExpected = "Overdue__Schedule should be an NCRONTAB expression with six fields, such as 0 */5 * * * *.";

    /// <summary>
    /// When to look whether a promise is over, in UTC (NCRONTAB, six fields). No default: the Functions host reads the setting itself, and knows
    /// none.
    /// </summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class OverdueOptionsValidator : IValidateOptions<OverdueOptions>;
