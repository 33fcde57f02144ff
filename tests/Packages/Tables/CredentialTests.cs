using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class CredentialTests
{
    private static readonly TableEntity Lead = new("a'0", "L~1");

    private readonly RecordingTransport service = new();

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#table-service-shared-key-lite-authorization</summary>
    [Theory]
    [InlineData("https://clinic.table.core.windows.net", "/clinic/leads(PartitionKey='a%27%270',RowKey='L~1')")]
    [InlineData("http://127.0.0.1:10002/clinic", "/clinic/clinic/leads(PartitionKey='a%27%270',RowKey='L~1')")]
    public async Task A_key_signs_the_date_and_the_resource(string endpoint, string resource)
    {
        var key = RandomNumberGenerator.GetBytes(64);
        var credential = new TableSharedKeyCredential("clinic", Convert.ToBase64String(key));
        var table = new TableClient(new Uri(endpoint), "leads", credential, RecordedClients.Options(service));

        await table.DeleteEntityAsync(Lead);

        Assert.Equal(Signature(key, resource), service.Only["Authorization"]);
    }

    [Fact]
    public async Task A_changed_key_signs_the_next_request()
    {
        var key = RandomNumberGenerator.GetBytes(64);
        var credential = new TableSharedKeyCredential("clinic", Convert.ToBase64String(new byte[64]));
        var table = new TableClient(new Uri(RecordedClients.Account), "leads", credential, RecordedClients.Options(service));

        credential.SetAccountKey(Convert.ToBase64String(key));
        await table.AddEntityAsync(Lead);

        Assert.Equal(Signature(key, "/clinic/leads"), service.Only["Authorization"]);
    }

    [Fact]
    public async Task A_signature_is_added_as_it_is_at_that_moment()
    {
        var credential = new AzureSasCredential("?sv=1&sig=old");
        var account = new TableServiceClient(new Uri(RecordedClients.Account), credential, RecordedClients.Options(service));

        credential.Update("sv=1&sig=a%2Bb");
        await account.GetTableClient("leads").AddEntityAsync(Lead);

        Assert.EndsWith("&sv=1&sig=a%2Bb", service.Only.Uri.AbsoluteUri, StringComparison.Ordinal);
        Assert.Null(service.Only["Authorization"]);
    }

    [Fact]
    public async Task A_table_can_be_given_by_its_address_and_signature()
    {
        var table = new TableClient(new Uri(RecordedClients.Account + "/leads"), new AzureSasCredential("sig=a"), RecordedClients.Options(service));

        await table.DeleteEntityAsync("a00", "L~1");

        Assert.Equal(("leads", RecordedClients.Account + "/leads"), (table.Name, table.Uri.AbsoluteUri));
        Assert.Equal("/leads(PartitionKey='a00',RowKey='L~1')", service.Only.Uri.AbsolutePath);
    }

    [Fact]
    public async Task A_table_can_be_given_by_an_address_that_carries_its_signature()
    {
        var table = new TableClient(new Uri("http://127.0.0.1:10002/dev/leads?sv=1&sig=a"), RecordedClients.Options(service));

        await table.AddEntityAsync(Lead);

        Assert.Equal(("leads", "dev", "http://127.0.0.1:10002/dev/leads"), (table.Name, table.AccountName, table.Uri.AbsoluteUri));
        Assert.StartsWith("http://127.0.0.1:10002/dev/leads?sv=1&sig=a&$format=", service.Only.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_is_not_sent_in_the_clear()
    {
        Assert.Throws<ArgumentException>(
            "endpoint", () => new TableServiceClient(new Uri("http://clinic.table.core.windows.net"), new AzureSasCredential("sig=a")));
    }

    [Theory]
    [InlineData(null, "https://storage.azure.com/.default")]
    [InlineData("AzureGov", "https://storage.azure.us/.default")]
    [InlineData("AzureChina", "https://storage.azure.cn/.default")]
    [InlineData("https://tables.example.org", "https://tables.example.org/.default")]
    public async Task A_token_is_asked_for_the_storage_of_the_cloud(string? audience, string scope)
    {
        var credential = new RememberingCredential();
        var options = RecordedClients.Options(service);
        if (audience is not null)
        {
            options.Audience = audience;
        }


        await new TableClient(new Uri(RecordedClients.Account), "leads", credential, options).AddEntityAsync(Lead);

        Assert.Equal([scope], credential.Scopes);
        Assert.Equal("Bearer token", service.Only["Authorization"]);
    }

    [Fact]
    public async Task A_token_is_not_sent_in_the_clear()
    {
        var table = new TableClient(
            new Uri("http://clinic.table.core.windows.net"), "leads", new RememberingCredential(), RecordedClients.Options(service));

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.AddEntityAsync(Lead));

        Assert.Empty(service.Sent);
    }

    private string Signature(byte[] key, string resource)
    {
        var text = service.Only["x-ms-date"] + "\n" + resource;
        return "SharedKeyLite clinic:" + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private sealed class RememberingCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
