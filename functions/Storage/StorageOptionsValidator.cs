using Azure.Data.Tables;
using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

/// <summary>Says which setting is wrong and what it should be, by the name that the setting has in Azure.</summary>
public sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) => Problem(options) is { } problem
        ? ValidateOptionsResult.Fail(problem)
        : ValidateOptionsResult.Success;

    private static string? Problem(StorageOptions options) => (options.Storage, options.StorageEndpoint) switch
    {
        (null or "", null) => "Leads__Storage is missing: it should be a connection string of Table Storage; or set Leads__StorageEndpoint to use the managed identity.",
        (not null and not "", not null) => "Leads__Storage and Leads__StorageEndpoint are both set: keep one.",
        (null or "", { IsAbsoluteUri: false }) => "Leads__StorageEndpoint should be an absolute address, such as https://account.table.core.windows.net.",
        (null or "", _) => null,
        ({ } text, _) when SettingText.IsUnresolved(text) =>
            "Leads__Storage is a Key Vault reference that was not resolved: give the app's identity access to the secret.",
        ({ } text, _) => IsConnectionString(text) ? null : "Leads__Storage should be a connection string of Table Storage, or UseDevelopmentStorage=true.",
    };

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new TableServiceClient(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
