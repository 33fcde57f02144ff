using System.Security.Cryptography;
using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Json;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables.Transactions;

/// <summary>The request that carries a transaction.</summary>
internal static class TransactionRequest
{
    private const int BytesPerAction = 1024;

    public static HttpMessage Create(TableAccount account, string table, IReadOnlyCollection<TableTransactionAction> actions)
    {
        if (actions.Count == 0)
        {
            throw new InvalidOperationException("The batch contains no entity operations.");
        }

        var batch = "batch_" + Unique();
        var body = new PooledBuffer(BytesPerAction * actions.Count);
        try
        {
            var endpoint = account.Endpoint;
            using var writer = new TransactionWriter(body, endpoint, table, account.Version);
            writer.Write(batch, "changeset_" + Unique(), actions);
        }
        catch
        {
            body.Return();
            throw;
        }

        var message = account.CreateMessage(RequestMethod.Post, EntityPath.Batch);
        message.Request.Headers.SetValue(HeaderNames.DataServiceVersion, HeaderNames.DataServiceVersionValue);
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.Json);
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "multipart/mixed; boundary=" + batch);
        message.Request.Content = new BufferedContent(body);
        return message;
    }

    private static string Unique()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return new Guid(random).ToString();
    }
}
