using System.Globalization;

namespace LeadFunctions.Local.Azurite;

/// <summary>
/// The account that every Azurite has. Its key is no secret: Microsoft documents it for everybody at
/// https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key.
/// </summary>
internal static class DevelopmentAccount
{
    public const string Name = "devstoreaccount1";

    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static string ConnectionString(int tablePort) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};TableEndpoint=http://127.0.0.1:{tablePort}/{Name};");
}
