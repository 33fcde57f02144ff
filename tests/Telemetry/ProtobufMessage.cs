using System.Text;

namespace LeadFunctions.Tests.Telemetry;

/// <summary>Reads the fields of a protobuf message that hold bytes, texts and messages, by their numbers (protobuf.dev/programming-guides/encoding).</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, byte[] Content)> fields = [];

    public ProtobufMessage(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var key = ReadNumber(bytes, ref at);
            switch (key & 7)
            {
                case 0:
                    ReadNumber(bytes, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)ReadNumber(bytes, ref at);
                    fields.Add(((int)(key >> 3), bytes[at..(at + length)]));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new FormatException("Not a protobuf message.");
            }
        }
    }

    /// <summary>The messages in a field, in order.</summary>
    public IEnumerable<ProtobufMessage> Messages(int number) => Contents(number).Select(content => new ProtobufMessage(content));

    /// <summary>The text in a field; empty where there is none.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(Contents(number).LastOrDefault() ?? []);

    /// <summary>The bytes in a field as hexadecimal digits; empty where there are none.</summary>
    public string Hex(int number) => Convert.ToHexStringLower(Contents(number).LastOrDefault() ?? []);

    private IEnumerable<byte[]> Contents(int number) => fields.Where(field => field.Number == number).Select(field => field.Content);

    private static ulong ReadNumber(byte[] bytes, ref int at)
    {
        var number = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
