using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>How rows are filed that are about a person's rights, in the shard of the contact like all else of them.</summary>
internal static class RightsKeys
{
    public const string ErasurePrefix = "E~";
    public const string RequestPrefix = "Q~";

    /// <summary>That the erasure of a person was begun.</summary>
    public static string Erasure(ContactKey contact) => ErasurePrefix + contact;

    /// <summary>That somebody asked for the link to what is held of a person.</summary>
    public static string Request(ContactKey contact) => RequestPrefix + contact;

    /// <summary>What the keys of a person's receipts begin with.</summary>
    public static string Receipts(ContactKey contact) => $"P~{contact}~";

    /// <summary>In the order of time.</summary>
    public static string Receipt(ContactKey contact, ConsentReceipt receipt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Receipts(contact)}{receipt.At.UtcTicks:D19}~{(int)receipt.Channel}");

    /// <summary>
    /// What the keys of a lead's rows begin with, but for the lead itself, what leads to it, and its due work, whose keys begin with a time.
    /// A new kind of row that is about one lead is one more line here, and is erased with it.
    /// </summary>
    public static IReadOnlyList<string> KindsOf(LeadId lead) =>
    [
        RowKeys.Digest(lead),
        RowKeys.SendsOf(lead),
        RowKeys.DeadLettersOf(lead),
        RowKeys.TimelineOf(lead),
        OutboxRow.Lead(lead),
        WebhookRows.NewsOf(lead),
        WebhookRows.MessagesOf(lead),
    ];
}
