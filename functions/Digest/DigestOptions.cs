using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Digest;

/// <summary>Section <c>Digest</c>. The time of the clinic's morning is in its content, in its own zone.</summary>
public sealed class DigestOptions
{
    public const string Section = "Digest";

    /// <summary>When to look whether the morning has come, in UTC (NCRONTAB, six fields). Default: every 15 minutes.</summary>
    [Required(ErrorMessage = "Digest__Schedule should be an NCRONTAB expression with six fields, such as 0 */15 * * * *.")]
    public string Schedule { get; set; } = "0 */15 * * * *";
}

[OptionsValidator]
public sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
