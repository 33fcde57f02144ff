using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Writes every address once: the API refuses a mail that names one twice.</summary>
internal sealed class DistinctAddressesConverter : JsonConverter<List<EmailAddress>>
{
    public override List<EmailAddress> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, List<EmailAddress> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();

        foreach (var address in value.Distinct())
        {
            JsonSerializer.Serialize(writer, address, MessageJson.Default.EmailAddress);
        }

        writer.WriteEndArray();
    }
}
