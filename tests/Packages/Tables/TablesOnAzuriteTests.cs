using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class TablesOnAzuriteTests(AzuriteFixture azurite) : OnAzurite(azurite)
{
    [Fact]
    public async Task A_table_is_created_once_and_deleted_with_what_it_holds()
    {
        var account = new TableServiceClient(ConnectionString);
        var table = account.GetTableClient(Table.Name + "x");

        var created = await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("a00", "L~1"));
        await table.CreateIfNotExistsAsync();
        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => account.CreateTableAsync(table.Name));
        var deleted = await account.DeleteTableAsync(table.Name);
        var again = await table.DeleteAsync();

        Assert.Equal(table.Name, created.Value.Name);
        Assert.Equal(TableErrorCode.TableAlreadyExists.ToString(), exception.ErrorCode);
        Assert.Equal((204, 404), (deleted.Status, again.Status));
    }

    [Fact]
    public async Task A_table_that_is_not_there_says_so()
    {
        var missing = new TableServiceClient(ConnectionString).GetTableClient(Table.Name + "missing");

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => missing.AddEntityAsync(new TableEntity("a00", "L~1")));

        Assert.Equal(404, exception.Status);
        Assert.Equal(TableErrorCode.TableNotFound.ToString(), exception.ErrorCode);
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var stranger = new TableClient(
            new TableServiceClient(ConnectionString).Uri, Table.Name, new TableSharedKeyCredential(Table.AccountName, Convert.ToBase64String(new byte[64])));

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.AddEntityAsync(new TableEntity("a00", "L~1")));

        Assert.Equal(403, exception.Status);
    }
}
