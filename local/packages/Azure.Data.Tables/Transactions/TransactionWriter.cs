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
        WriteDelimiter(batch, "\r\nContent-Type: multipart/mixed; boundary="u8);
        body.WriteText(changeSet);
        body.Write("\r\n\r\n"u8);
        foreach (var action in actions)
        {
            WriteDelimiter(changeSet, "\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8);
            Write(action);
            body.Write("\r\n"u8);
        }

        WriteDelimiter(changeSet, "--\r\n\r\n"u8);
        WriteDelimiter(batch, "--\r\n"u8);
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
                WriteChange("PATCH "u8, entity, action.ETag);
                break;
            case TableTransactionActionType.UpdateReplace:
                WriteChange("PUT "u8, entity, action.ETag);
                break;
            case TableTransactionActionType.UpsertMerge:
                WriteChange("PATCH "u8, entity, ifMatch: default);
                break;
            case TableTransactionActionType.UpsertReplace:
                WriteChange("PUT "u8, entity, ifMatch: default);
                break;
            default:
                throw new InvalidOperationException("Unknown request type");
        }
    }

    private void WriteAdd(ITableEntity entity)
    {
        WriteRequestLine("POST "u8, EntityPath.OfTable(table));
        body.Write("Prefer: return-no-content\r\nAccept: application/json;odata=minimalmetadata\r\n"u8);
        body.Write("Content-Type: application/json;odata=nometadata\r\n\r\n"u8);
        WriteEntity(entity);
    }

    private void WriteChange(ReadOnlySpan<byte> method, ITableEntity entity, ETag ifMatch)
    {
        WriteRequestLine(method, EntityPath.OfEntity(table, entity.PartitionKey, entity.RowKey));
        WriteCondition(ifMatch);
        body.Write("Accept: application/json\r\nContent-Type: application/json\r\n\r\n"u8);
        WriteEntity(entity);
    }

    private void WriteDelete(ITableEntity entity, ETag ifMatch)
    {
        WriteRequestLine("DELETE "u8, EntityPath.OfEntity(table, entity.PartitionKey, entity.RowKey));
        WriteCondition(ifMatch);
        body.Write("Accept: application/json;odata=minimalmetadata\r\n\r\n"u8);
    }

    private void WriteRequestLine(ReadOnlySpan<byte> method, string path)
    {
        body.Write(method);
        body.WriteText(endpoint.Prefix);
        body.WriteText(path);
        body.WriteText(query);
        body.Write(" HTTP/1.1\r\nHost: "u8);
        body.WriteText(endpoint.RequestUri.Host);
        body.Write("\r\nx-ms-version: "u8);
        body.WriteText(version);
        body.Write("\r\nDataServiceVersion: 3.0\r\n"u8);
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

        body.Write("If-Match: "u8);
        body.WriteText(text);
        body.Write("\r\n"u8);
    }

    private void WriteEntity(ITableEntity entity)
    {
        json.Reset();
        EntityWriter.Write(json, entity);
    }

    private void WriteDelimiter(string boundary, ReadOnlySpan<byte> rest)
    {
        body.Write("--"u8);
        body.WriteText(boundary);
        body.Write(rest);
    }
}
