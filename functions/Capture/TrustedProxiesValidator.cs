using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>
/// In Azure Functions the peer of every request is the platform: without a trusted hop all visitors would be one sender, and the limits
/// of one would hold for all.
/// </summary>
public sealed class TrustedProxiesValidator(IHostEnvironment environment) : IValidateOptions<CaptureOptions>
{
    public ValidateOptionsResult Validate(string? name, CaptureOptions options) => options.TrustedProxies == 0 && !environment.IsDevelopment()
        ? ValidateOptionsResult.Fail("Capture__TrustedProxies should be the number of proxies in front that append to X-Forwarded-For; Azure's own front end is 1.")
        : ValidateOptionsResult.Success;
}
