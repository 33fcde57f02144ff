using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The row of a piece of evidence; what is absent is an absent column.</summary>
internal static class EventRow
{
    public static TableEntity ToRow(MailEvent happened, string partition)
    {
        var row = new TableEntity(partition, EventKeys.Row(happened))
        {
            [nameof(MailEvent.Kind)] = happened.Kind.ToString(),
            [nameof(MailEvent.Name)] = happened.Name,
            [nameof(MailEvent.At)] = happened.At,
            [nameof(MailEvent.Key)] = happened.Key,
        };
        row.SetIfAny(nameof(MailEvent.ProviderId), happened.ProviderId);
        row.SetIfAny(nameof(MailEvent.MessageId), happened.MessageId);
        row.SetIfAny(nameof(MailEvent.Recipient), happened.Recipient?.Hex);
        row.SetIfAny(nameof(MailEvent.Reason), happened.Reason);
        row.SetIfAny(nameof(MailEvent.Status), happened.Status);
        row.SetIfAny(nameof(MailEvent.Network), happened.Network);
        row.SetIfAny(nameof(MailEvent.Fetch), happened.Fetch?.ToString());
        row.SetIfAny(nameof(MailEvent.Link), happened.Link);
        row.SetIfAny(nameof(MailEvent.Rest), happened.Rest);
        Set(row, nameof(MailEvent.Agent), happened.Agent == AgentClass.Unknown ? null : happened.Agent.ToString());
        Set(row, nameof(MailEvent.Attempt), happened.Attempt);
        Set(row, nameof(MailEvent.MailMadeAt), happened.MailMadeAt);
        Set(row, nameof(MailEvent.IsMachineOpen), happened.IsMachineOpen ? true : null);
        Set(row, nameof(MailEvent.IsCanary), happened.IsCanary ? true : null);
        return row;
    }

    public static MailEvent ToEvent(TableEntity row) => new()
    {
        Mail = EventKeys.ToMail(row.RowKey),
        Kind = row.Choice<MailEventKind>(nameof(MailEvent.Kind)),
        Name = row.Text(nameof(MailEvent.Name)),
        At = row.Time(nameof(MailEvent.At)),
        Key = row.Text(nameof(MailEvent.Key)),
        Attempt = row.GetInt32(nameof(MailEvent.Attempt)),
        ProviderId = row.GetString(nameof(MailEvent.ProviderId)),
        MessageId = row.GetString(nameof(MailEvent.MessageId)),
        Recipient = row.GetString(nameof(MailEvent.Recipient)) is { } recipient ? ContactKey.Parse(recipient) : null,
        Reason = row.GetString(nameof(MailEvent.Reason)),
        Status = row.GetString(nameof(MailEvent.Status)),
        IsMachineOpen = row.Flag(nameof(MailEvent.IsMachineOpen)),
        Agent = row.GetString(nameof(MailEvent.Agent)) is { } agent ? Enum.Parse<AgentClass>(agent) : AgentClass.Unknown,
        Network = row.GetString(nameof(MailEvent.Network)),
        Fetch = row.GetString(nameof(MailEvent.Fetch)) is { } fetch ? Enum.Parse<LinkFetch>(fetch) : null,
        Link = row.GetString(nameof(MailEvent.Link)),
        IsCanary = row.Flag(nameof(MailEvent.IsCanary)),
        MailMadeAt = row.GetDateTimeOffset(nameof(MailEvent.MailMadeAt)),
        Rest = row.GetString(nameof(MailEvent.Rest)),
    };

    public static TableEntity ToRow(OtherMailEvent happened) => new(EventKeys.OthersOf(happened.At), happened.Key)
    {
        [nameof(OtherMailEvent.Name)] = happened.Name,
    };

    private static void Set(TableEntity row, string column, object? value)
    {
        if (value is not null)
        {
            row[column] = value;
        }
    }
}
