using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Digest;

/// <summary>Section <c>Digest</c>. The time of the clinic's morning is in its content, in its own zone.</summary>
public sealed class DigestOptions
{
    public const string Section = "Digest";

    private const string ScheduleExpected = "Digest__Schedule should be an NCRONTAB expression with six fields, such as 0 */15 * * * *.";

    /// <summary>
    /// When to look whether the morning has come, in UTC (NCRONTAB, six fields). No default: the Functions host reads the setting itself,
    /// and knows none.
    /// </summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
