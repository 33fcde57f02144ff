using System.Text.RegularExpressions;
using LeadFunctions.Leads;
using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Webhooks;

/// <summary>Says which setting is wrong and what it should be. No message repeats an address or a secret.</summary>
public sealed partial class WebhooksOptionsValidator(IOptions<LeadsOptions> leads) : IValidateOptions<WebhooksOptions>
{
    private const int MostEndpoints = 20;

    private static readonly ScheduleAttribute Schedule = new(WebhooksOptions.Section, "15 * * * * *");

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    public ValidateOptionsResult Validate(string? name, WebhooksOptions options)
    {
        var problems = General(options).Concat(options.Endpoints.SelectMany((endpoint, index) => Of(endpoint, $"Webhooks__Endpoints__{index}", options.Hosts))).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> General(WebhooksOptions options)
    {
        if (!Schedule.IsValid(options.Schedule))
        {
            yield return Schedule.FormatErrorMessage(nameof(options.Schedule));
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > LongestTimeout)
        {
            yield return "Webhooks__Timeout should be from 00:00:01 to 00:00:30.";
        }

        if (options.Endpoints.Count > MostEndpoints)
        {
            yield return $"Webhooks__Endpoints should be at most {MostEndpoints}.";
        }

        if (options.Endpoints.DistinctBy(endpoint => endpoint.Name, StringComparer.Ordinal).Count() < options.Endpoints.Count)
        {
            yield return "Webhooks__Endpoints should each have a name of its own.";
        }

        if (options.Hosts.Any(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
        {
            yield return "Webhooks__Hosts should be names of hosts, without scheme, port and path, such as hooks.example.com.";
        }
    }

    private IEnumerable<string> Of(WebhookEndpointOptions endpoint, string setting, IList<string> hosts)
    {
        if (!Name().IsMatch(endpoint.Name))
        {
            yield return $"{setting}__Name should be 1 to 40 lower-case letters, digits and hyphens, such as scheduling.";
        }

        if (SettingText.IsUnresolved(endpoint.Url) || endpoint.Secrets.Any(SettingText.IsUnresolved))
        {
            yield return $"{setting} has a Key Vault reference that was not resolved: give the app's identity access to the secret.";
            yield break;
        }

        if (!SettingText.TryReadSafeAddress(endpoint.Url, out var url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || (url.IsLoopback && !IsAllHere))
        {
            yield return $"{setting}__Url should be an https address without user and fragment; an address on this machine only where Leads__PublicBaseUrl is on it too.";
        }
        else if (hosts.Count > 0 && !hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{setting}__Url should be at one of Webhooks__Hosts.";
        }

        if (endpoint.Secrets.Count == 0 || endpoint.Secrets.Any(secret => !WebhookSecret.TryParse(secret, out _)))
        {
            yield return $"{setting}__Secrets__0 should be whsec_ and 24 to 64 random bytes in Base64; the newest first, where there are several.";
        }

        if (endpoint.Events.Any(word => WebhookEvents.Read(word) is null))
        {
            yield return $"{setting}__Events__0 should be one of {string.Join(", ", WebhookEvents.Words)}.";
        }
    }

    private bool IsAllHere => leads.Value.IsOnThisMachine;

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    private static partial Regex Name();
}
