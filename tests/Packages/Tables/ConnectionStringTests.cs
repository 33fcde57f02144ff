using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string</summary>
public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/leads", "devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;", "http://127.0.0.1:10002/devstoreaccount1/leads", "devstoreaccount1")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=clinic;AccountKey=AAAA;EndpointSuffix=core.windows.net",
        "https://clinic.table.core.windows.net/leads", "clinic")]
    [InlineData("AccountName=clinic;AccountKey=AAAA;EndpointSuffix=core.chinacloudapi.cn", "https://clinic.table.core.chinacloudapi.cn/leads", "clinic")]
    [InlineData("accountname=clinic;accountkey=AAAA", "https://clinic.table.core.windows.net/leads", "clinic")]
    [InlineData(
        "DefaultEndpointsProtocol=http;AccountName=dev;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:7/dev;BlobEndpoint=http://127.0.0.1:8/dev",
        "http://127.0.0.1:7/dev/leads", "dev")]
    [InlineData(
        "TableEndpoint=https://clinic.table.core.windows.net/;SharedAccessSignature=sv=1&sig=a%2Bb",
        "https://clinic.table.core.windows.net/leads", "clinic")]
    [InlineData("AccountName=clinic;SharedAccessSignature=?sv=1&sig=a%2Bb", "https://clinic.table.core.windows.net/leads", "clinic")]
    public async Task It_says_where_the_account_is(string connectionString, string address, string account)
    {
        var service = new RecordingTransport();
        var table = new TableClient(connectionString, "leads", RecordedClients.Options(service));

        await table.AddEntityAsync(new TableEntity("a00", "L~1"));

        Assert.Equal((address, account, "leads"), (table.Uri.AbsoluteUri, table.AccountName, table.Name));
        Assert.Equal(address, service.Only.Uri.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public async Task A_signature_is_sent_and_not_shown()
    {
        var service = new RecordingTransport();
        var account = new TableServiceClient(
            "TableEndpoint=https://clinic.table.core.windows.net/;SharedAccessSignature=sv=1&sig=a%2Bb", RecordedClients.Options(service));

        await account.GetTableClient("leads").AddEntityAsync(new TableEntity("a00", "L~1"));

        Assert.StartsWith("?sv=1&sig=a%2Bb&", service.Only.Uri.Query, StringComparison.Ordinal);
        Assert.Null(service.Only["Authorization"]);
        Assert.Equal("https://clinic.table.core.windows.net/", account.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("", typeof(ArgumentException))]
    [InlineData("junk", typeof(InvalidOperationException))]
    [InlineData("AccountName=a;AccountKey=AAAA;AccountName=b", typeof(InvalidOperationException))]
    [InlineData("AccountName=clinic", typeof(ArgumentException))]
    [InlineData("TableEndpoint=https://clinic.table.core.windows.net/", typeof(ArgumentException))]
    [InlineData("UseDevelopmentStorage=false", typeof(ArgumentException))]
    [InlineData("AccountName=clinic;AccountKey=no key!", typeof(FormatException))]
    public void One_that_cannot_be_used_is_refused(string connectionString, Type exception)
    {
        Assert.Throws(exception, () => new TableServiceClient(connectionString));
        Assert.Throws(exception, () => new TableClient(connectionString, "leads"));
    }

    [Fact]
    public void A_table_has_a_name()
    {
        Assert.Throws<ArgumentException>("tableName", () => new TableClient("UseDevelopmentStorage=true", string.Empty));
    }
}
