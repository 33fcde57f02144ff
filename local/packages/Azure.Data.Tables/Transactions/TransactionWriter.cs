using System.Text;
using System.Text.Json;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Json;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables.Transactions;

/// <summary>The body of a transaction: one change set, with one HTTP request per action.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions#requirements-for-entity-group-transactions</remarks>
internal sealed class TransactionWriter(PooledBuffer body, TableEndpoint endpoint, string table, string version) : IDisposable
{
    private readonly Utf8JsonWriter json = new(body);
    private readonly string query = (endpoint.RequestUri.Query is { Length: > 0 } signature ? signature + "&" : "?") + EntityPath.Format;

    public void Write(string batch, string changeSet, IEnumerable<TableTransactionAction> actions)
    {
        Write("--", batch, "\r\nContent-Type: multipart/mixed; boundary=");
        Write(changeSet, "\r\n\r\n");
        foreach (var action in actions)
        {
            Write("--", changeSet, "\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Write(action);
            Write("\r\n");
        }

        Write("--", changeSet, "--\r\n\r\n");
        Write("--", batch, "--\r\n");
    }

    public void Dispose() => json.Dispose();

    private void Write(TableTransactionAction action)
    {
        var entity = action.Entity;
        switch (action.ActionType)
        {
            case TableTransactionActionType.Add:
                WriteAdd(entity);
                break;
            case TableTransactionActionType.Delete:
                WriteDelete(entity, action.ETag == default ? ETag.All : action.ETag);
                break;
            case TableTransactionActionType.UpdateMerge:
                WriteChange("PATCH ", entity, action.ETag);
                break;
            case TableTransactionActionType.UpdateReplace:
                WriteChange("PUT ", entity, action.ETag);
                break;
            case TableTransactionActionType.UpsertMerge:
                WriteChange("PATCH ", entity, ifMatch: default);
                break;
            case TableTransactionActionType.UpsertReplace:
                WriteChange("PUT ", entity, ifMatch: default);
                break;
            default:
                throw new InvalidOperationException("Unknown request type");
        }
    }

    private void WriteAdd(ITableEntity entity)
    {
        WriteRequestLine("POST ", EntityPath.OfTable(table));
        Write("Prefer: return-no-content\r\nAccept: application/json;odata=minimalmetadata\r\nContent-Type: application/json;odata=nometadata\r\n\r\n");
        WriteEntity(entity);
    }

    private void WriteChange(string method, ITableEntity entity, ETag ifMatch)
    {
        WriteRequestLine(method, EntityPath.OfEntity(table, entity.PartitionKey, entity.RowKey));
        WriteCondition(ifMatch);
        Write("Accept: application/json\r\nContent-Type: application/json\r\n\r\n");
        WriteEntity(entity);
    }

    private void WriteDelete(ITableEntity entity, ETag ifMatch)
    {
        WriteRequestLine("DELETE ", EntityPath.OfEntity(table, entity.PartitionKey, entity.RowKey));
        WriteCondition(ifMatch);
        Write("Accept: application/json;odata=minimalmetadata\r\n\r\n");
    }

    private void WriteRequestLine(string method, string path)
    {
        Write(method, endpoint.Prefix, path);
        Write(query);
        Write(" HTTP/1.1\r\nHost: ", endpoint.RequestUri.Host);
        Write("\r\nx-ms-version: ", version, "\r\nDataServiceVersion: 3.0\r\n");
    }

    private void WriteCondition(ETag ifMatch)
    {
        if (ifMatch == default)
        {
            return;
        }

        var text = ifMatch.ToString();
        if (text.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new FormatException("An ETag has no line breaks.");
        }

        Write("If-Match: ", text, "\r\n");
    }

    private void WriteEntity(ITableEntity entity)
    {
        json.Reset();
        EntityWriter.Write(json, entity);
    }

    private void Write(string first, string second = "", string third = "")
    {
        Append(first);
        Append(second);
        Append(third);
    }

    private void Append(string text) => Encoding.UTF8.GetBytes(text, body);
}
