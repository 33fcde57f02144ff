using Azure;
using Azure.Data.Tables.Models;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/operations-on-tables</summary>
public sealed class TableRequestTests
{
    [Fact]
    public async Task Creating_posts_the_name()
    {
        var service = new RecordingTransport(new Answer(201, """{"TableName":"leads"}"""), new Answer(201, """{"TableName":"leads"}"""));

        var created = await RecordedClients.Table(service).CreateAsync();
        await RecordedClients.Service(service).CreateTableAsync("leads");

        Assert.Equal("leads", created.Value.Name);
        Assert.All(service.Sent, request =>
        {
            Assert.Equal("POST", request.Method);
            Assert.Equal(RecordedClients.Account + "/Tables?$format=application%2Fjson%3Bodata%3Dminimalmetadata", request.Uri.AbsoluteUri);
            Assert.Equal("""{"TableName":"leads"}""", request.Body);
        });
    }

    [Fact]
    public async Task A_table_that_is_there_is_an_error_only_to_those_who_mind()
    {
        var service = new RecordingTransport(Answer.Error(409, "TableAlreadyExists"));

        var created = await RecordedClients.Table(service).CreateIfNotExistsAsync();
        var again = await RecordedClients.Service(service).CreateTableIfNotExistsAsync("leads");
        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => RecordedClients.Table(service).CreateAsync());

        Assert.Equal(("leads", "leads"), (created.Value.Name, again.Value.Name));
        Assert.Equal(TableErrorCode.TableAlreadyExists.ToString(), exception.ErrorCode);
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_not_there()
    {
        var service = new RecordingTransport(Answer.Error(409, "TableBeingDeleted"));

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => RecordedClients.Table(service).CreateIfNotExistsAsync());

        Assert.Equal(TableErrorCode.TableBeingDeleted.ToString(), exception.ErrorCode);
    }

    [Fact]
    public async Task Deleting_a_table_that_is_not_there_is_no_error()
    {
        var service = new RecordingTransport(Answer.Error(404, "ResourceNotFound"));

        var deleted = await RecordedClients.Table(service).DeleteAsync();
        await RecordedClients.Service(service).DeleteTableAsync("leads");

        Assert.Equal((404, false), (deleted.Status, deleted.IsError));
        Assert.All(service.Sent, request =>
            Assert.Equal(("DELETE", RecordedClients.Account + "/Tables('leads')"), (request.Method, request.Uri.AbsoluteUri)));
    }

    [Fact]
    public async Task Tables_are_listed_page_by_page()
    {
        var service = new RecordingTransport(
            new Answer(200, """{"odata.metadata":"m","value":[{"TableName":"a"},{"TableName":"b"}]}""", ("x-ms-continuation-NextTableName", "1!4!Yw--")),
            new Answer(200, """{"odata.metadata":"m","value":[{"TableName":"c"}]}"""));

        var names = new List<string>();
        await foreach (var table in RecordedClients.Service(service).QueryAsync("TableName ge 'a'", 2))
        {
            names.Add(table.Name);
        }

        var query = RecordedClients.Account
            + "/Tables?$format=application%2Fjson%3Bodata%3Dminimalmetadata&$top=2&$filter=TableName%20ge%20%27a%27";
        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal([query, query + "&NextTableName=1%214%21Yw--"], service.Sent.Select(request => request.Uri.AbsoluteUri));
    }
}
