using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The row of a lead that waits: the lead's own row, with what else a capture needs, under the key of its submission.</summary>
internal static class SpilledRow
{
    private const string Submission = "Submission";
    private const string Fingerprint = "Fingerprint";

    public static (string Partition, string RowKey) KeysOf(NewLead lead) =>
        (lead.Lead.Contact.Shard.ToString(), RowKeys.Submission(lead.Lead.Contact, lead.Submission));

    public static TableEntity ToRow(NewLead lead, string nonce)
    {
        var row = LeadRow.ToRow(lead.Lead, nonce);
        (row.PartitionKey, row.RowKey) = KeysOf(lead);
        row[Submission] = lead.Submission;
        row[Fingerprint] = lead.Fingerprint;
        return row;
    }

    public static NewLead ToLead(TableEntity row) => new(LeadRow.ToLead(row), row.Text(Submission), row.Text(Fingerprint));

    /// <summary>What a row that waits says of a submission that came again.</summary>
    public static CaptureOutcome ToOutcome(TableEntity row, string nonce, string fingerprint) => ToLead(row) switch
    {
        { Lead.Id: var id } when row.Text(Columns.Nonce) == nonce => new CaptureOutcome.Stored(id),
        { Lead.Id: var id, Fingerprint: var before } when before == fingerprint => new CaptureOutcome.Repeated(id),
        _ => new CaptureOutcome.Conflicting(),
    };
}
