using System.ComponentModel.DataAnnotations;
using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Backup;

/// <summary>Section <c>Backup</c>: copies of all rows in the second account; without one, none are made.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>
    /// When to begin the copy of the day, and to go on with it, in UTC (NCRONTAB, six fields): every few minutes of some hours.
    /// </summary>
    [Schedule(Section, "0 */5 8-11 * * *")]
    public string Schedule { get; set; } = "";

    /// <summary>For how many days copies are kept. What a person had erased is in them until then. Default 14.</summary>
    [Range(1, 3650, ErrorMessage = "Backup__KeepDays should be a number from 1 to 3650.")]
    public int KeepDays { get; set; } = 14;
}

[OptionsValidator]
public sealed partial class BackupOptionsValidator : IValidateOptions<BackupOptions>;
