using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Backup;

/// <summary>Section <c>Backup</c>: copies of all rows in the second account; without one, none are made.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    private const string ScheduleExpected = "Backup__Schedule should be an NCRONTAB expression with six fields, such as 0 */5 8-11 * * *.";

    /// <summary>
    /// When to begin the copy of the day, and to go on with it, in UTC (NCRONTAB, six fields): every few minutes of some hours. No default: the
    /// Functions host reads the setting itself, and knows none.
    /// </summary>
    [Required(ErrorMessage = ScheduleExpected)]
    [RegularExpression(@"^\S+( \S+){5}$", ErrorMessage = ScheduleExpected)]
    public string Schedule { get; set; } = "";

    /// <summary>For how many days copies are kept. What a person had erased is in them until then. Default 14.</summary>
    [Range(1, 3650, ErrorMessage = "Backup__KeepDays should be a number from 1 to 3650.")]
    public int KeepDays { get; set; } = 14;
}

[OptionsValidator]
public sealed partial class BackupOptionsValidator : IValidateOptions<BackupOptions>;
