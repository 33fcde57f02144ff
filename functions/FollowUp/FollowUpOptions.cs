using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>Section <c>FollowUp</c>: how fast due work is done. The times of the protocol itself are constants, beside its tests.</summary>
public sealed class FollowUpOptions
{
    public const string Section = "FollowUp";

    private const string ScheduleExpected = "FollowUp__Schedule should be an NCRONTAB expression with six fields, such as 0 * * * * *.";

    /// <summary>When the drain runs, in UTC (NCRONTAB, six fields). No default: the Functions host reads the setting itself, and knows none.</summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";

    /// <summary>Posts to the mail provider under way at once, 1 to 64. Default 64: a provider that takes a while is then not what a full hour waits for.</summary>
    [Range(1, 64, ErrorMessage = "FollowUp__MailsAtOnce should be a number from 1 to 64.")]
    public int MailsAtOnce { get; set; } = 64;
}

[OptionsValidator]
public sealed partial class FollowUpOptionsValidator : IValidateOptions<FollowUpOptions>;
