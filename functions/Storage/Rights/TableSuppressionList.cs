using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Reads the suppressions off the rows of all contacts.</summary>
public sealed class TableSuppressionList(TableClient table) : ISuppressionList
{
    public async IAsyncEnumerable<(ContactKey Contact, Suppression Suppression)> AllAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(shard, RowKeys.ContactPrefix, cancellationToken))
        {
            var contact = ContactRow.ToContact(ContactKey.Parse(row.RowKey[RowKeys.ContactPrefix.Length..]), row);
            foreach (var suppression in contact.Suppressions)
            {
                yield return (contact.Key, suppression);
            }
        }
    }
}
