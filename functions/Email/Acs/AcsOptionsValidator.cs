using LeadFunctions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>Stops the start when mails go through Azure Communication Services and the settings do not say where that is, or when a secret is none.</summary>
public sealed class AcsOptionsValidator(IConfiguration settings) : IValidateOptions<AcsOptions>
{
    private const int ShortestSecret = 32;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AcsOptions options)
    {
        var failures = SecretFailures(options).ToList();
        if (EmailOptions.ProviderIn(settings) == EmailOptions.AzureCommunication && FailureOf(options) is { } failure)
        {
            failures.Add(failure);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> SecretFailures(AcsOptions options)
    {
        foreach (var (index, secret) in options.EventSecrets.Index())
        {
            if (SettingText.IsUnresolved(secret))
            {
                yield return $"Acs__EventSecrets__{index}" + Unresolved;
            }
            else if (secret.Length < ShortestSecret || !secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~'))
            {
                yield return $"Acs__EventSecrets__{index} should be a random text of at least {ShortestSecret} letters, digits, hyphens, underscores, dots or tildes.";
            }
        }
    }

    private static string? FailureOf(AcsOptions options) =>
        SettingText.IsUnresolved(options.Endpoint) ? "Acs__Endpoint" + Unresolved
        : options.Endpoint.Length == 0 && SettingText.IsUnresolved(options.ConnectionString) ? "Acs__ConnectionString" + Unresolved
        : AcsAccount.Of(options) is not null ? null
        : options.Endpoint.Length > 0
            ? "Acs__Endpoint should be the https address of a resource of Azure Communication Services, such as "
                + "https://clinic.unitedstates.communication.azure.com, which the app reaches with its managed identity."
        : options.ConnectionString.Length > 0
            ? "Acs__ConnectionString should be endpoint=https://clinic.unitedstates.communication.azure.com;accesskey=... as the portal shows it; "
                + "plain http is for this machine only."
            : "Acs__Endpoint or Acs__ConnectionString should name the resource of Azure Communication Services that mails go through.";

    private static string Unresolved => " is a Key Vault reference that was not resolved: check that the secret exists and that the app's identity may read it.";
}
