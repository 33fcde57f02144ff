using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Access;

/// <summary>Holds the tenant to one tenant and the authority to Microsoft's own: whoever is named there says who our staff are.</summary>
public sealed class EntraOptionsValidator(IHostEnvironment environment) : IValidateOptions<EntraOptions>
{
    private static readonly string[] Hosts = ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"];

    public ValidateOptionsResult Validate(string? name, EntraOptions options)
    {
        var problems = new List<string>();
        if ((options.EntraTenant.Length > 0) != (options.EntraAudience.Length > 0))
        {
            problems.Add("Staff__EntraTenant and Staff__EntraAudience belong together: set both, or none.");
        }

        if (options.EntraTenant.Length > 0 && !Guid.TryParseExact(options.EntraTenant, "D", out _))
        {
            problems.Add("Staff__EntraTenant should be the id of one tenant, such as 00000000-0000-0000-0000-000000000000.");
        }

        if (!IsAuthority(options.EntraAuthority))
        {
            problems.Add($"Staff__EntraAuthority should be https:// and one of {string.Join(", ", Hosts)}.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // On a laptop, something on the same machine may stand in for it.
    private bool IsAuthority(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && ((address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Hosts.Contains(address.Host)) || (environment.IsDevelopment() && address.IsLoopback));
}
