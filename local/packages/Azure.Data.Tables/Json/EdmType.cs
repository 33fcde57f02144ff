using System.Text.Json;

namespace Azure.Data.Tables.Json;

/// <summary>The names of the types that JSON itself cannot tell apart.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations#property-types-in-a-json-feed</remarks>
internal static class EdmType
{
    public const string Suffix = "@odata.type";

    public static readonly JsonEncodedText Binary = JsonEncodedText.Encode("Edm.Binary");
    public static readonly JsonEncodedText DateTime = JsonEncodedText.Encode("Edm.DateTime");
    public static readonly JsonEncodedText Double = JsonEncodedText.Encode("Edm.Double");
    public static readonly JsonEncodedText Guid = JsonEncodedText.Encode("Edm.Guid");
    public static readonly JsonEncodedText Int64 = JsonEncodedText.Encode("Edm.Int64");

    public static ReadOnlySpan<byte> Utf8Suffix => "@odata.type"u8;
}
