using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Json;

namespace Azure.Data.Tables.Requests;

/// <summary>The requests about single entities of one table.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/operations-on-entities</remarks>
internal sealed class EntityRequests(TableAccount account, string table)
{
    private const int EntitySizeHint = 2048;

    public HttpMessage Add(ITableEntity entity)
    {
        var message = Create(RequestMethod.Post, EntityPath.OfTable(table));
        message.Request.Headers.SetValue(HeaderNames.Prefer, HeaderNames.NoContent);
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.MinimalMetadata);
        return WithEntity(message, entity, HeaderNames.NoMetadata);
    }

    /// <summary>Updates with a condition, or upserts without one.</summary>
    public HttpMessage Change(ITableEntity entity, TableUpdateMode mode, ETag? ifMatch)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}"),
        };
        var message = Create(method, EntityPath.OfEntity(table, entity.PartitionKey, entity.RowKey));
        if (ifMatch is { } etag)
        {
            message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, etag.ToString());
        }

        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.Json);
        return WithEntity(message, entity, HeaderNames.Json);
    }

    public HttpMessage Delete(string partitionKey, string rowKey, ETag ifMatch)
    {
        var message = Create(RequestMethod.Delete, EntityPath.OfEntity(table, partitionKey, rowKey));
        message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch.ToString());
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.MinimalMetadata);
        return message;
    }

    public HttpMessage Get(string partitionKey, string rowKey, string? select)
    {
        var message = Create(RequestMethod.Get, EntityPath.OfEntity(table, partitionKey, rowKey));
        if (select is not null)
        {
            message.Request.Uri.AppendQuery("$select", select, escapeValue: true);
        }

        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.MinimalMetadata);
        return message;
    }

    private HttpMessage Create(RequestMethod method, string path)
    {
        var message = account.CreateMessage(method, path);
        message.Request.Uri.AppendQuery(EntityPath.FormatName, EntityPath.FormatValue, escapeValue: false);
        message.Request.Headers.SetValue(HeaderNames.DataServiceVersion, HeaderNames.DataServiceVersionValue);
        return message;
    }

    private static HttpMessage WithEntity(HttpMessage message, ITableEntity entity, string contentType)
    {
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, contentType);
        var buffer = new PooledBuffer(EntitySizeHint);
        try
        {
            using var json = new Utf8JsonWriter(buffer);
            EntityWriter.Write(json, entity);
        }
        catch
        {
            buffer.Return();
            message.Dispose();
            throw;
        }

        message.Request.Content = new BufferedContent(buffer);
        return message;
    }
}
