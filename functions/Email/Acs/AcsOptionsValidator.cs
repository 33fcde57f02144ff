using LeadFunctions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>Stops the start when mails go through Azure Communication Services and the settings do not say where that is.</summary>
public sealed class AcsOptionsValidator(IConfiguration settings) : IValidateOptions<AcsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AcsOptions options) =>
        EmailOptions.ProviderIn(settings) == EmailOptions.AzureCommunication && FailureOf(options) is { } failure
            ? ValidateOptionsResult.Fail(failure)
            : ValidateOptionsResult.Success;

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
