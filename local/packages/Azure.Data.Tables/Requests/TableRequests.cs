using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Errors;
using Azure.Data.Tables.Json;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Requests;

/// <summary>Creating and deleting tables, for both clients.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/operations-on-tables</remarks>
internal static class TableRequests
{
    private const int Conflict = 409;

    public static async Task<Response<TableItem>> CreateAsync(
        this TableAccount account, string operation, string table, CancellationToken cancellationToken)
    {
        using var message = Create(account, table);
        var response = await account.SendAsync(operation, message, Expected.Created, cancellationToken);
        return Response.FromValue(new TableItem(table), response);
    }

    /// <summary>A table that is there already is as good as created; one that is still being deleted is not.</summary>
    public static async Task<Response<TableItem>> CreateIfNotExistsAsync(
        this TableAccount account, string operation, string table, CancellationToken cancellationToken)
    {
        using var message = Create(account, table);
        message.Request.Headers.SetValue(HeaderNames.Prefer, HeaderNames.NoContent);
        var response = await account.SendAsync(operation, message, Expected.CreatedOrThere, cancellationToken);
        return response.Status == Conflict && TableErrorParser.CodeOf(response) is { } code && code == TableErrorCode.TableBeingDeleted
            ? throw new RequestFailedException(response)
            : Response.FromValue(new TableItem(table), response);
    }

    public static async Task<Response> DeleteAsync(
        this TableAccount account, string operation, string table, CancellationToken cancellationToken)
    {
        using var message = account.CreateMessage(RequestMethod.Delete, EntityPath.OfTableToDelete(table));
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.Json);
        return await account.SendAsync(operation, message, Expected.TableGone, cancellationToken);
    }

    private static HttpMessage Create(TableAccount account, string table)
    {
        var message = account.CreateMessage(RequestMethod.Post, EntityPath.Tables);
        message.Request.Uri.AppendQuery(EntityPath.FormatName, EntityPath.FormatValue, escapeValue: false);
        message.Request.Headers.SetValue(HeaderNames.DataServiceVersion, HeaderNames.DataServiceVersionValue);
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.MinimalMetadata);
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, HeaderNames.NoMetadata);

        var buffer = new PooledBuffer(sizeHint: 128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("TableName", table);
            json.WriteEndObject();
        }

        message.Request.Content = new BufferedContent(buffer);
        return message;
    }
}
