using System.Text.Json;

namespace LeadFunctions.Local.Mailbox;

/// <summary>Mails in a file, one JSON text a line. What was appended outlives the process, however it ends.</summary>
internal sealed class MailboxFile : IDisposable
{
    private const byte NewLine = (byte)'\n';

    private readonly FileStream stream;

    internal MailboxFile(string directory)
    {
        Directory.CreateDirectory(directory);

        // Unbuffered: a line is with the operating system before anybody hears that the mail was taken.
        stream = new FileStream(
            Path.Combine(directory, "mailbox.jsonl"),
            new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 });
    }

    internal static ReadOnlyMemory<byte> Write(IReadOnlyList<MailboxMessage> messages)
    {
        using var lines = new MemoryStream();

        foreach (var message in messages)
        {
            JsonSerializer.Serialize(lines, message, MailboxJson.Default.MailboxMessage);
            lines.WriteByte(NewLine);
        }

        return lines.ToArray();
    }

    /// <summary>
    /// Reads what is there, oldest first. A last line that was cut short belongs to a mail that nobody heard was taken: it goes.
    /// </summary>
    internal List<MailboxMessage> ReadAll()
    {
        var bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        stream.SetLength(Array.LastIndexOf(bytes, NewLine) + 1);

        var messages = new List<MailboxMessage>();
        ReadOnlySpan<byte> rest = bytes;

        while (rest.IndexOf(NewLine) is >= 0 and var end)
        {
            messages.Add(JsonSerializer.Deserialize(rest[..end], MailboxJson.Default.MailboxMessage)!);
            rest = rest[(end + 1)..];
        }

        return messages;
    }

    internal void Append(ReadOnlyMemory<byte> lines)
    {
        stream.Seek(0, SeekOrigin.End);
        stream.Write(lines.Span);
    }

    internal void Clear() => stream.SetLength(0);

    public void Dispose() => stream.Dispose();
}
