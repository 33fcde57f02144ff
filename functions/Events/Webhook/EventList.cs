using System.Text.Json;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>Reads the JSON list that a provider posts, one event after the other. One that is odd in itself never spoils the others.</summary>
internal static class EventList
{
    /// <param name="body">The post.</param>
    /// <param name="keys">Make the key of an event that cannot be read.</param>
    /// <param name="read">Adds an event to ours or to others.</param>
    /// <returns>Null when the body is no JSON list of events.</returns>
    public static EventBatch? Read(ReadOnlyMemory<byte> body, LeadKeys keys, Action<JsonElement, List<MailEvent>, List<OtherMailEvent>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array ? Read(document.RootElement, keys, read) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EventBatch Read(JsonElement list, LeadKeys keys, Action<JsonElement, List<MailEvent>, List<OtherMailEvent>> read)
    {
        var ours = new List<MailEvent>();
        var others = new List<OtherMailEvent>();
        foreach (var told in list.EnumerateArray())
        {
            try
            {
                read(told, ours, others);
            }
            catch (InvalidOperationException)
            {
                // It is no object, or there is half a character in a text of it.
                others.Add(new(keys.Event(told.GetRawText()), EventNames.Unreadable, DateTimeOffset.UnixEpoch));
            }
        }

        return new(ours, others);
    }
}
