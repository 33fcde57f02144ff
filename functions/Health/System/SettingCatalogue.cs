using Microsoft.Extensions.Configuration;

namespace LeadFunctions.Health;

/// <summary>A setting as it is shown: its value only where nobody can do anything with it.</summary>
/// <param name="Name">As it is written in Azure.</param>
/// <param name="IsSet">Whether it has a value.</param>
/// <param name="Value">The value; null where it is not shown, or not set.</param>
public sealed record ShownSetting(string Name, bool IsSet, string? Value);

/// <summary>The settings that matter to whoever looks for what is wrong. Secrets are named, never shown.</summary>
public sealed class SettingCatalogue(IConfiguration configuration)
{
    private static readonly string[] Shown =
    [
        "Email__Provider", "Compliance__Mode", "Digest__Detail", "Digest__Weekly", "FollowUp__Ranking", "BotCheck__Provider", "Capture__TrustedProxies",
        "Leads__PublicBaseUrl", "Leads__Retention", "Backup__KeepDays",
    ];

    private static readonly string[] Named =
    [
        "Leads__Storage", "Leads__StorageEndpoint", "Leads__Pepper", "Leads__SigningKeys__0", "Leads__SigningKeys__1", "SendGrid__ApiKey",
        "SendGrid__WebhookPublicKeys__0", "Acs__Endpoint", "Acs__ConnectionString", "Acs__EventSecrets__0", "Turnstile__SecretKey", "Staff__EntraTenant",
        "Staff__Escalation__0", "SecondAccount__Storage", "SecondAccount__StorageEndpoint", "Encryption__Keys__0", "Webhooks__Endpoints__0__Url",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    public IReadOnlyList<ShownSetting> All => [.. Shown.Select(name => Of(name, isShown: true)), .. Named.Select(name => Of(name, isShown: false))];

    private ShownSetting Of(string name, bool isShown)
    {
        var value = configuration[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)];
        return new(name, !string.IsNullOrEmpty(value), isShown && !string.IsNullOrEmpty(value) ? value : null);
    }
}
