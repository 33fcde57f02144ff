using System.Text.Json;

namespace Azure.Data.Tables.Json.Poco;

internal delegate T ReadValue<out T>(ref Utf8JsonReader json);

/// <summary>How a property of type <typeparamref name="T"/> is written and read.</summary>
/// <param name="Type">The type to say beside the value, or null when the value shows it.</param>
/// <param name="Write">Writes a value that is not null.</param>
/// <param name="Read">Takes the value that the reader stands on, which is not null.</param>
internal sealed record EdmCodec<T>(JsonEncodedText? Type, Action<Utf8JsonWriter, T> Write, ReadValue<T> Read);
