using System.ComponentModel.DataAnnotations;
using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

/// <summary>Section <c>Privacy</c>: how people get to what is held of them.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>
    /// When links that were asked for are sent, and erasures that were cut short are gone on with, in UTC (NCRONTAB, six fields).
    /// </summary>
    [Schedule(Section, "30 * * * * *")]
    public string Schedule { get; set; } = "";

    /// <summary>How often an hour one address may ask for links. Default 20.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Privacy__AsksPerHour should be a number from 1 to 1000000.")]
    public int AsksPerHour { get; set; } = 20;
}

[OptionsValidator]
public sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
