using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>Bodies as https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions has them.</summary>
public sealed partial class TransactionRequestTests
{
    private static readonly TableEntity Lead = new("a00", "L~1") { ["step"] = 1L };

    private readonly RecordingTransport service = new(Answer.Transaction("HTTP/1.1 204 No Content\r\n\r\n"));

    [Fact]
    public async Task Every_action_is_a_request_of_its_own_inside_one_change_set()
    {
        await RecordedClients.Table(service).SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Lead),
            new(TableTransactionActionType.UpdateMerge, Lead, new ETag("W/\"1\"")),
            new(TableTransactionActionType.UpsertReplace, Lead, new ETag("ignored")),
            new(TableTransactionActionType.Delete, Lead),
        ]);

        Assert.Equal(("POST", RecordedClients.Account + "/$batch"), (service.Only.Method, service.Only.Uri.AbsoluteUri));
        Assert.Equal("application/json", service.Only["Accept"]);
        Assert.Equal(
            """
            --batch
            Content-Type: multipart/mixed; boundary=changeset

            --changeset
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://clinic.table.core.windows.net/leads?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
            Host: clinic.table.core.windows.net
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Prefer: return-no-content
            Accept: application/json;odata=minimalmetadata
            Content-Type: application/json;odata=nometadata

            {"PartitionKey":"a00","RowKey":"L~1","step":"1","step@odata.type":"Edm.Int64"}
            --changeset
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PATCH https://clinic.table.core.windows.net/leads(PartitionKey='a00',RowKey='L~1')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
            Host: clinic.table.core.windows.net
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            If-Match: W/"1"
            Accept: application/json
            Content-Type: application/json

            {"PartitionKey":"a00","RowKey":"L~1","step":"1","step@odata.type":"Edm.Int64"}
            --changeset
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PUT https://clinic.table.core.windows.net/leads(PartitionKey='a00',RowKey='L~1')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
            Host: clinic.table.core.windows.net
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Accept: application/json
            Content-Type: application/json

            {"PartitionKey":"a00","RowKey":"L~1","step":"1","step@odata.type":"Edm.Int64"}
            --changeset
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE https://clinic.table.core.windows.net/leads(PartitionKey='a00',RowKey='L~1')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
            Host: clinic.table.core.windows.net
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            If-Match: *
            Accept: application/json;odata=minimalmetadata


            --changeset--

            --batch--

            """.ReplaceLineEndings("\r\n"),
            Unique().Replace(service.Only.Body, "$1"));
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge, "PATCH")]
    [InlineData(TableTransactionActionType.UpdateReplace, "PUT")]
    [InlineData(TableTransactionActionType.UpsertMerge, "PATCH")]
    [InlineData(TableTransactionActionType.UpsertReplace, "PUT")]
    public async Task A_change_without_a_version_insists_on_none(TableTransactionActionType type, string method)
    {
        await RecordedClients.Table(service).SubmitTransactionAsync([new(type, Lead)]);

        Assert.Contains("\r\n" + method + " https://", service.Only.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("If-Match", service.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boundary_of_the_header_is_that_of_the_body()
    {
        await RecordedClients.Table(service).SubmitTransactionAsync([new(TableTransactionActionType.Add, Lead)]);

        var boundary = service.Only["Content-Type"]!["multipart/mixed; boundary=".Length..];
        Assert.StartsWith("--" + boundary + "\r\n", service.Only.Body, StringComparison.Ordinal);
        Assert.EndsWith("--" + boundary + "--\r\n", service.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_larger_than_its_first_buffer_is_whole()
    {
        var long1 = new string('x', 30_000);
        var actions = Enumerable.Range(0, 100)
            .Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("a00", $"{row}") { ["text"] = long1 }));

        await RecordedClients.Table(service).SubmitTransactionAsync(actions);

        Assert.Equal(100, Regex.Count(service.Only.Body, "\"text\":\"x{30000}\""));
    }

    [Fact]
    public async Task An_empty_transaction_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => RecordedClients.Table(service).SubmitTransactionAsync([]));

        Assert.Empty(service.Sent);
    }

    [GeneratedRegex("(batch|changeset)_[0-9a-f-]{36}")]
    private static partial Regex Unique();
}
