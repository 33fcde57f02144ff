using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination</summary>
public sealed class QueryTests
{
    private const string Query = RecordedClients.Account + "/leads()?$format=application%2Fjson%3Bodata%3Dminimalmetadata";

    [Fact]
    public async Task Pages_are_fetched_until_the_service_names_no_further_one_however_empty_they_are()
    {
        var service = new RecordingTransport(
            Page([], "1!8!cDE-", "1!4!cg--"), Page(["1", "2"], "1!8!cDI-", "1!4!cg--"), Page([], "1!8!cDM-"), Page(["3"]));

        var rows = new List<string>();
        await foreach (var entity in RecordedClients.Table(service).QueryAsync<TableEntity>())
        {
            rows.Add(entity.RowKey);
        }

        Assert.Equal(["1", "2", "3"], rows);
        Assert.Equal(
            [
                Query,
                Query + "&NextPartitionKey=1%218%21cDE-&NextRowKey=1%214%21cg--",
                Query + "&NextPartitionKey=1%218%21cDI-&NextRowKey=1%214%21cg--",
                Query + "&NextPartitionKey=1%218%21cDM-",
            ],
            service.Sent.Select(request => request.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task Filter_selection_and_page_size_are_asked_for()
    {
        var service = new RecordingTransport(Page([]));

        await foreach (var _ in RecordedClients.Table(service).QueryAsync<TableEntity>("step gt 1", 10, ["RowKey", "step"]))
        {
        }

        Assert.Equal(Query + "&$top=10&$select=RowKey%2Cstep&$filter=step%20gt%201", service.Only.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_page_has_its_values_and_the_token_of_the_next()
    {
        var service = new RecordingTransport(Page(["1"], "pk", "rk"), Page(["2"], "pk2"), Page([]));

        var tokens = new List<string?>();
        await foreach (var page in RecordedClients.Table(service).QueryAsync<TableEntity>().AsPages())
        {
            tokens.Add(page.ContinuationToken);
            Assert.Equal(200, page.GetRawResponse().Status);
        }

        Assert.Equal(["pk rk", "pk2 ", null], tokens);
    }

    [Theory]
    [InlineData("pk rk", "&NextPartitionKey=pk&NextRowKey=rk")]
    [InlineData("pk ", "&NextPartitionKey=pk")]
    [InlineData(null, "")]
    public async Task Reading_goes_on_at_a_token_with_the_size_wanted_then(string? token, string continuation)
    {
        var service = new RecordingTransport(Page([]));

        await foreach (var _ in RecordedClients.Table(service).QueryAsync<TableEntity>(maxPerPage: 3).AsPages(token, pageSizeHint: 7))
        {
        }

        Assert.Equal(Query + "&$top=7" + continuation, service.Only.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_page_of_classes_is_read_too()
    {
        var service = new RecordingTransport(new Answer(200, """
            {"odata.metadata":"m","value":[
                {"odata.etag":"W/\"1\"","PartitionKey":"a00","RowKey":"1","Big@odata.type":"Edm.Int64","Big":"5"},
                {"odata.etag":"W/\"2\"","Big@odata.type":"Edm.Int64","Big":"6","Text":"x","RowKey":"2","PartitionKey":"a00"}]}
            """));

        var visits = new List<Visit>();
        await foreach (var visit in RecordedClients.Table(service).QueryAsync<Visit>())
        {
            visits.Add(visit);
        }

        Assert.Equal([("1", 5L, null), ("2", 6L, "x")], visits.Select(visit => (visit.RowKey, visit.Big, visit.Text)));
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_first_is_wanted_nor_after_the_last_that_was()
    {
        var service = new RecordingTransport(Page(["1", "2"], "pk"));
        var query = RecordedClients.Table(service).QueryAsync<TableEntity>();

        Assert.Empty(service.Sent);
        await foreach (var _ in query)
        {
            break;
        }

        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task A_cancelled_query_stops()
    {
        var service = new RecordingTransport(Page(["1"], "pk"));
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in RecordedClients.Table(service).QueryAsync<TableEntity>(cancellationToken: cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.Single(service.Sent);
    }

    private static Answer Page(string[] rows, string? nextPartition = null, string? nextRow = null)
    {
        var values = string.Join(',', rows.Select(row => $$"""{"odata.etag":"e","PartitionKey":"a00","RowKey":"{{row}}"}"""));
        var headers = new List<(string, string)>();
        if (nextPartition is not null)
        {
            headers.Add(("x-ms-continuation-NextPartitionKey", nextPartition));
        }

        if (nextRow is not null)
        {
            headers.Add(("x-ms-continuation-NextRowKey", nextRow));
        }

        return new(200, $$"""{"odata.metadata":"m","value":[{{values}}]}""", [.. headers]);
    }
}
