using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The row of a consent receipt; writing it again changes nothing.</summary>
internal static class ReceiptRow
{
    public static TableEntity ToRow(ContactKey contact, ConsentReceipt receipt)
    {
        var row = new TableEntity(contact.Shard.ToString(), RightsKeys.Receipt(contact, receipt))
        {
            [nameof(ConsentReceipt.Channel)] = receipt.Channel.ToString(),
            [nameof(ConsentReceipt.IsAgreed)] = receipt.IsAgreed,
            [nameof(ConsentReceipt.At)] = receipt.At,
            [nameof(ConsentReceipt.Source)] = receipt.Source.ToString(),
        };
        row.SetIfAny(nameof(ConsentReceipt.Wording), receipt.Wording);
        row.SetIfAny(nameof(ConsentReceipt.Page), receipt.Page);
        return row;
    }

    public static ConsentReceipt ToReceipt(TableEntity row) => new(
        row.Choice<ConsentChannel>(nameof(ConsentReceipt.Channel)),
        row.Flag(nameof(ConsentReceipt.IsAgreed)),
        row.GetString(nameof(ConsentReceipt.Wording)),
        row.Time(nameof(ConsentReceipt.At)),
        row.Choice<ConsentSource>(nameof(ConsentReceipt.Source)),
        row.GetString(nameof(ConsentReceipt.Page)));
}
