using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadFunctions.Languages;

namespace LeadFunctions.Http;

/// <summary>JSON that is the same for everybody of a language and may be kept for five minutes.</summary>
public static class CacheableJson
{
    /// <summary>The answer for a value.</summary>
    public static Cacheable Of<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json; charset=utf-8", "public, max-age=300", Language.Current);
}
