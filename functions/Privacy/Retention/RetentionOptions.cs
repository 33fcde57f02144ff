using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

/// <summary>Section <c>Retention</c>: when it is looked for what is older than the clinic keeps. How long that is, is <c>Leads__Retention</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    private const string ScheduleExpected = "Retention__Schedule should be an NCRONTAB expression with six fields, such as 0 30 9 * * *.";

    /// <summary>When, in UTC (NCRONTAB, six fields); nightly. No default: the Functions host reads the setting itself, and knows none.</summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
