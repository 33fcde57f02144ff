using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Files rows of all kinds by the leads that they name. Rows of several kinds may come at once.</summary>
internal sealed class BookKeeping
{
    private readonly Lock gate = new();
    private readonly Dictionary<LeadId, Pages> leads = [];
    private readonly Dictionary<ContactKey, Contact> contacts = [];
    private readonly Dictionary<ContactKey, int> submissions = [];
    private readonly HashSet<LeadId> unreadable = [];

    /// <summary>All that is needed of a row whose key says everything.</summary>
    public static IReadOnlyList<string> KeysAlone { get; } = ["PartitionKey", "RowKey"];

    /// <summary>Files a row; one that this version cannot read is noted as such, as far as its key tells of which lead it is.</summary>
    public void Read(TableEntity row, Action<TableEntity> add)
    {
        lock (gate)
        {
            try
            {
                add(row);
            }
            catch (Exception exception) when (Unreadable.Is(exception))
            {
                if (IdIn(row.RowKey) is { } lead)
                {
                    unreadable.Add(lead);
                }
            }
        }
    }

    public void AddLead(TableEntity row)
    {
        var lead = LeadRow.ToLead(row);
        var pages = Of(lead.Id);
        (pages.Lead, pages.Version) = (lead, row.ETag.ToString());
    }

    public void AddContact(TableEntity row)
    {
        var key = ContactKey.Parse(row.RowKey[RowKeys.ContactPrefix.Length..]);
        contacts[key] = ContactRow.ToContact(key, row);
    }

    public void AddSubmission(TableEntity row)
    {
        Of(LeadRow.ToHandleOfLead(row).Id).HasSubmission = true;
        var contact = ContactKey.Parse(row.RowKey.Split('~')[1]);
        submissions[contact] = submissions.GetValueOrDefault(contact) + 1;
    }

    public void AddReference(TableEntity row) => Of(IdOf(row)).HasReference = true;

    public void AddDue(TableEntity row)
    {
        var work = WorkRow.ToWork(row);
        Of(work.Key.Lead).Due.Add(work);
    }

    public void AddSend(TableEntity row)
    {
        var record = WorkRow.ToRecord(row);
        Of(record.Key.Lead).Sends.Add(record);
    }

    public void AddLetter(TableEntity row)
    {
        var letter = WorkRow.ToDeadLetter(row).Mail;
        Of(letter.Lead).Letters.Add(letter);
    }

    /// <summary>A row that only says that there is or was such a lead.</summary>
    public void AddOther(TableEntity row) => Of(IdOf(row)).HasOthers = true;

    /// <returns>The person of a lead whose row was filed; null where none was.</returns>
    public ContactKey? ContactOf(LeadId lead) => leads.GetValueOrDefault(lead)?.Lead?.Contact;

    public ShardBooks Close() => new([.. leads.Keys.Where(lead => !unreadable.Contains(lead)).Select(Close)], [.. unreadable]);

    public LeadBook Close(LeadId lead)
    {
        var pages = leads.GetValueOrDefault(lead) ?? new();
        var person = pages.Lead?.Contact ?? pages.Due.Select(work => (ContactKey?)work.Contact).FirstOrDefault();
        return new()
        {
            Id = lead,
            Lead = pages.Lead,
            Version = pages.Version,
            Contact = person is { } key ? contacts.GetValueOrDefault(key) : null,
            SubmissionsOfPerson = person is { } known ? submissions.GetValueOrDefault(known) : 0,
            HasSubmission = pages.HasSubmission,
            HasReference = pages.HasReference,
            HasOthers = pages.HasOthers,
            Due = pages.Due,
            Sends = pages.Sends,
            Letters = pages.Letters,
        };
    }

    private static LeadId IdOf(TableEntity row) => IdIn(row.RowKey) ?? throw new FormatException("Not the key of a lead's row.");

    // The id stands behind the prefix, and behind the time where there is one.
    private static LeadId? IdIn(string key) =>
        key.Split('~').FirstOrDefault(part => part.Length == 8 && part.All(char.IsAsciiHexDigitLower)) is { } id ? LeadId.Parse(id) : null;

    private Pages Of(LeadId lead)
    {
        if (!leads.TryGetValue(lead, out var pages))
        {
            leads[lead] = pages = new();
        }

        return pages;
    }

    private sealed class Pages
    {
        public Lead? Lead { get; set; }

        public string Version { get; set; } = "";

        public bool HasSubmission { get; set; }

        public bool HasReference { get; set; }

        public bool HasOthers { get; set; }

        public List<DueWork> Due { get; } = [];

        public List<SendRecord> Sends { get; } = [];

        public List<SendKey> Letters { get; } = [];
    }
}
