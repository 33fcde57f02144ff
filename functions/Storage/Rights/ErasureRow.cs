using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The row that says that an erasure was begun, and which leads were there then.</summary>
internal static class ErasureRow
{
    /// <summary>With eight digits each they stay far below the 32,768 letters of a column.</summary>
    public const int MostLeads = 2000;

    private const string Leads = "Leads";
    private const string BeganAt = "BeganAt";
    private const string IsCut = "IsCut";

    public static TableEntity ToRow(ContactKey contact, IReadOnlyCollection<LeadHandle> leads, DateTimeOffset now) =>
        new(contact.Shard.ToString(), RightsKeys.Erasure(contact))
        {
            [Leads] = Columns.Words(leads.Take(MostLeads).Select(lead => lead.Id.ToString())),
            [BeganAt] = now,
            [IsCut] = leads.Count > MostLeads,
        };

    /// <param name="contact">Of whom.</param>
    /// <param name="row">As it was read.</param>
    /// <param name="left">The leads that the person has now.</param>
    public static Erasure ToErasure(ContactKey contact, TableEntity row, IReadOnlyCollection<LeadHandle> left)
    {
        var begun = row.Words(Leads).ToHashSet();
        return new(contact, [.. left.Where(lead => begun.Contains(lead.Id.ToString()))], row.Time(BeganAt), row.Flag(IsCut));
    }
}
