using Azure;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>Requests as https://learn.microsoft.com/rest/api/storageservices/operations-on-entities has them.</summary>
public sealed class EntityRequestTests
{
    private const string Format = "?$format=application%2Fjson%3Bodata%3Dminimalmetadata";

    private readonly RecordingTransport service = new();

    private static TableEntity Lead => new("a'0", "L~1/é") { ETag = new ETag("W/\"1\""), ["step"] = 1 };

    [Fact]
    public async Task Adding_posts_to_the_table_and_wants_nothing_back()
    {
        await RecordedClients.Table(service).AddEntityAsync(Lead);

        Assert.Equal(("POST", RecordedClients.Account + "/leads" + Format), (service.Only.Method, service.Only.Uri.AbsoluteUri));
        Assert.Equal("return-no-content", service.Only["Prefer"]);
        Assert.Equal("application/json;odata=nometadata", service.Only["Content-Type"]);
        Assert.Equal("application/json;odata=minimalmetadata", service.Only["Accept"]);
        Assert.Equal("3.0", service.Only["DataServiceVersion"]);
        Assert.Equal("2020-12-06", service.Only["x-ms-version"]);
        Assert.StartsWith("azsdk-net-Data.Tables/12.11.0", service.Only["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("""{"PartitionKey":"a\u00270","RowKey":"L~1/\u00E9","step":1}""", service.Only.Body);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "PATCH")]
    [InlineData(TableUpdateMode.Replace, "PUT")]
    public async Task Upserting_names_the_entity_and_no_version(TableUpdateMode mode, string method)
    {
        await RecordedClients.Table(service).UpsertEntityAsync(Lead, mode);

        Assert.Equal(method, service.Only.Method);
        Assert.Equal(
            RecordedClients.Account + "/leads(PartitionKey='a%27%270',RowKey='L~1%2F%C3%A9')" + Format,
            service.Only.Uri.AbsoluteUri);
        Assert.Null(service.Only["If-Match"]);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "PATCH")]
    [InlineData(TableUpdateMode.Replace, "PUT")]
    public async Task Updating_insists_on_the_version_that_is_given(TableUpdateMode mode, string method)
    {
        await RecordedClients.Table(service).UpdateEntityAsync(Lead, new ETag("W/\"2\""), mode);

        Assert.Equal((method, "W/\"2\""), (service.Only.Method, service.Only["If-Match"]));
    }

    [Fact]
    public async Task Updating_without_a_version_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>("ifMatch", () => RecordedClients.Table(service).UpdateEntityAsync(Lead, default));

        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task Deleting_takes_any_version_unless_one_is_given()
    {
        var table = RecordedClients.Table(service);

        await table.DeleteEntityAsync("a00", "L~1");
        await table.DeleteEntityAsync(Lead);
        await table.DeleteEntityAsync(Lead, Lead.ETag);

        Assert.Equal(["*", "*", "W/\"1\""], service.Sent.Select(request => request["If-Match"]));
        Assert.All(service.Sent, request => Assert.Equal("DELETE", request.Method));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_no_error()
    {
        var gone = new RecordingTransport(Answer.Error(404, "ResourceNotFound"));

        var response = await RecordedClients.Table(gone).DeleteEntityAsync("a00", "L~1");

        Assert.Equal(404, response.Status);
    }

    [Fact]
    public async Task Reading_asks_only_for_what_is_selected()
    {
        var found = new RecordingTransport(new Answer(200, """{"odata.etag":"W/\"1\"","PartitionKey":"a00"}"""));

        var entity = await RecordedClients.Table(found).GetEntityAsync<TableEntity>("a00", "L~1", ["PartitionKey", "step"]);

        Assert.Equal(
            RecordedClients.Account + "/leads(PartitionKey='a00',RowKey='L~1')" + Format + "&$select=PartitionKey%2Cstep",
            found.Only.Uri.AbsoluteUri);
        Assert.Equal(new ETag("W/\"1\""), entity.Value.ETag);
    }

    [Fact]
    public async Task Reading_if_it_exists_gives_no_value_for_what_is_not_there()
    {
        var missing = new RecordingTransport(Answer.Error(404, "ResourceNotFound"));

        var answer = await RecordedClients.Table(missing).GetEntityIfExistsAsync<TableEntity>("a00", "L~1");

        Assert.False(answer.HasValue);
        Assert.False(answer.GetRawResponse().IsError);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task Keys_must_be_there()
    {
        var table = RecordedClients.Table(service);

        await Assert.ThrowsAsync<ArgumentNullException>("PartitionKey", () => table.AddEntityAsync(new TableEntity()));
        await Assert.ThrowsAsync<ArgumentNullException>("RowKey", () => table.UpsertEntityAsync(new TableEntity("a00", null)));
        await Assert.ThrowsAsync<ArgumentNullException>("partitionKey", () => table.DeleteEntityAsync(null!, "L~1"));
        await Assert.ThrowsAsync<ArgumentNullException>("entity", () => table.AddEntityAsync<TableEntity>(null!));
        Assert.Empty(service.Sent);
    }
}
