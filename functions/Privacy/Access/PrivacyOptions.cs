using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

/// <summary>Section <c>Privacy</c>: how people get to what is held of them.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    private const string ScheduleExpected = "Privacy__Schedule should be an NCRONTAB expression with six fields, such as 30 * * * * *.";

    /// <summary>
    /// When links that were asked for are sent, and erasures that were cut short are gone on with, in UTC (NCRONTAB, six fields). No default: the
    /// Functions host reads the setting itself, and knows none.
    /// </summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";

    /// <summary>How often an hour one address may ask for links. Default 20.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Privacy__AsksPerHour should be a number from 1 to 1000000.")]
    public int AsksPerHour { get; set; } = 20;
}

[OptionsValidator]
public sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
