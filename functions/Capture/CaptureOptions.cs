using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>Section <c>Capture</c>: how much one address, and one person, may send.</summary>
public sealed class CaptureOptions
{
    public const string Section = "Capture";

    /// <summary>Posts a minute from one address before the service protects itself with 429. Default 120.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Capture__PostsPerMinute should be a number from 1 to 1000000.")]
    public int PostsPerMinute { get; set; } = 120;

    /// <summary>Leads an hour from one address before the rest are quarantined. Default 20.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Capture__LeadsPerHour should be a number from 1 to 1000000.")]
    public int LeadsPerHour { get; set; } = 20;

    /// <summary>Leads an hour for one e-mail address, or else one telephone number, before the rest are quarantined. Default 10.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Capture__LeadsPerContact should be a number from 1 to 1000000.")]
    public int LeadsPerContact { get; set; } = 10;

    /// <summary>
    /// How many proxies of our own stand in front and append to X-Forwarded-For; 0 takes the peer's address, on a laptop only. In Azure
    /// Functions the platform's front end is 1.
    /// </summary>
    [Range(0, 8, ErrorMessage = "Capture__TrustedProxies should be a number from 0 to 8.")]
    public int TrustedProxies { get; set; }
}

[OptionsValidator]
public sealed partial class CaptureOptionsValidator : IValidateOptions<CaptureOptions>;
