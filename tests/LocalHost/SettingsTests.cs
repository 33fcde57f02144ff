using LeadFunctions.Local;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    // No other test has these names, so nobody minds what the environment of this process says of them.
    private const string InEnvironment = "LeadFunctionsTests__FromEnvironment";
    private const string InEnvironmentAndCode = "LeadFunctionsTests__FromCode";

    private readonly TempFolder folder = new();

    public SettingsTests()
    {
        Environment.SetEnvironmentVariable(InEnvironment, "environment");
        Environment.SetEnvironmentVariable(InEnvironmentAndCode, "environment");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(InEnvironment, null);
        Environment.SetEnvironmentVariable(InEnvironmentAndCode, null);
        folder.Dispose();
    }

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated")]
    [InlineData("LeadFunctionsTests:FromSample", "sample")]
    [InlineData("LeadFunctionsTests:FromOwn", "own")]
    [InlineData("LeadFunctionsTests:FromEnvironment", "environment")]
    [InlineData("LeadFunctionsTests:FromCode", "code")]
    [InlineData("LeadFunctionsTests:Number", "25")]
    [InlineData("LeadFunctionsTests:Flag", "true")]
    [InlineData("LeadFunctionsTests:List:0", "first")]
    public async Task The_nearest_word_counts(string name, string value)
    {
        var sample = folder.File("sample.json", """
            {
              "IsEncrypted": false, // as the Functions tools write it
              "Values": {
                "LeadFunctionsTests__FromSample": "sample",
                "LeadFunctionsTests__FromOwn": "sample",
                "LeadFunctionsTests:FromEnvironment": "sample",
                "LeadFunctionsTests__FromCode": "sample",
                "LeadFunctionsTests__Number": 25,
                "LeadFunctionsTests__Flag": true,
                "LeadFunctionsTests__List__0": "first",
              },
              "Host": { "LocalHttpPort": 7071 }
            }
            """);
        var own = folder.File("own.json", """{ "Values": { "leadfunctionstests__fromown": "own", "LeadFunctionsTests__FromEnvironment": "own" } }""");
        await using var host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(HttpProbes)) with
            {
                SettingsFiles = [sample, folder.File("missing.json"), own],
                Settings = new Dictionary<string, string?> { ["LeadFunctionsTests__FromCode"] = "code" },
            },
            CancellationToken.None);

        Assert.Equal(value, host.Services.GetRequiredService<IConfiguration>()[name]);
    }

    [Fact]
    public async Task The_address_of_the_host_is_known_to_settings_before_it_listens()
    {
        string? during = null;
        await using var host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(HttpProbes)) with
            {
                Compose = worker => worker.Services.AddOptions<object>().Configure<IConfiguration>((_, settings) => during = settings["Leads:PublicBaseUrl"]).ValidateOnStart(),
            },
            CancellationToken.None);

        Assert.Equal($"http://127.0.0.1:{host.BaseAddress.Port}", during);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "Values": [] }""")]
    [InlineData("""{ "Values": { "Nested": { "Name": "value" } } }""")]
    [InlineData("""{ "IsEncrypted": true, "Values": { "Name": "AQAB" } }""")]
    public void A_file_that_is_not_what_the_tools_write_is_named(string content)
    {
        var file = folder.File("local.settings.json", content);

        var thrown = Assert.Throws<LocalHostException>(() => LocalSettings.Read(file));

        Assert.StartsWith($"{file}: ", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }
}
