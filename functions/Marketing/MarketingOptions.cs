using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Marketing;

/// <summary>Section <c>Marketing</c>. The time of the clinic's morning is in its content, in its own zone.</summary>
public sealed class MarketingOptions
{
    public const string Section = "Marketing";

    private const string ScheduleExpected = "Marketing__Schedule should be an NCRONTAB expression with six fields, such as 0 20 * * * *.";

    /// <summary>
    /// When to look whether this week's report is to be sent, in UTC (NCRONTAB, six fields). No default: the Functions host reads the setting
    /// itself, and knows none.
    /// </summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class MarketingOptionsValidator : IValidateOptions<MarketingOptions>;
