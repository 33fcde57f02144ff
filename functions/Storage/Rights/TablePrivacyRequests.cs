using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>One row for each person whose link was asked for, in the shard of the contact.</summary>
public sealed class TablePrivacyRequests(TableClient table) : IPrivacyRequests
{
    public Task AskAsync(ContactKey contact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new TableEntity(contact.Shard.ToString(), RightsKeys.Request(contact)) { [nameof(PrivacyRequest.AskedAt)] = now };
        return StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, TableUpdateMode.Merge, token), cancellationToken);
    }

    public async IAsyncEnumerable<PrivacyRequest> AllAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(shard, RightsKeys.RequestPrefix, cancellationToken))
        {
            yield return new()
            {
                Contact = ContactKey.Parse(row.RowKey[RightsKeys.RequestPrefix.Length..]),
                AskedAt = row.Time(nameof(PrivacyRequest.AskedAt)),
                SentAt = row.GetDateTimeOffset(nameof(PrivacyRequest.SentAt)),
                NotBefore = row.GetDateTimeOffset(nameof(PrivacyRequest.NotBefore)),
                Attempts = row.Number(nameof(PrivacyRequest.Attempts)),
                Version = row.ETag.ToString(),
            };
        }
    }

    public async Task<PrivacyRequest?> TryUpdateAsync(PrivacyRequest request, CancellationToken cancellationToken)
    {
        var row = new TableEntity(request.Contact.Shard.ToString(), RightsKeys.Request(request.Contact))
        {
            [nameof(PrivacyRequest.AskedAt)] = request.AskedAt,
            [nameof(PrivacyRequest.Attempts)] = request.Attempts,
        };
        Set(row, nameof(PrivacyRequest.SentAt), request.SentAt);
        Set(row, nameof(PrivacyRequest.NotBefore), request.NotBefore);
        try
        {
            var answer = await StorageCalls.RunAsync(token => table.UpdateEntityAsync(row, new ETag(request.Version), TableUpdateMode.Replace, token), cancellationToken);
            return request with { Version = answer.Headers.ETag?.ToString() ?? "" };
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return null;
        }
    }

    public async Task RemoveAsync(PrivacyRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await StorageCalls.RunAsync(
                token => table.DeleteEntityAsync(request.Contact.Shard.ToString(), RightsKeys.Request(request.Contact), new ETag(request.Version), token),
                cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Asked for again meanwhile: that is another request.
        }
    }

    private static void Set(TableEntity row, string column, DateTimeOffset? time)
    {
        if (time is { } set)
        {
            row[column] = set;
        }
    }
}
