using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadFunctions.FollowUp;
using LeadFunctions.Storage;

namespace LeadFunctions.Tests.Infra;

/// <summary>Holds what is deployed to what the app asks for.</summary>
public sealed partial class InfraTests
{
    // What the sample has for a laptop alone.
    private static readonly string[] LaptopOnly = ["Leads__Storage", "Capture__LeadsPerHour", "Capture__LeadsPerContact", "Cors__Origins__1", "Cors__Origins__2", "Staff__Members__1", "Staff__Members__2"];

    [Fact]
    public void Every_setting_of_the_sample_is_set_in_Azure()
    {
        using var sample = JsonDocument.Parse(InfraFiles.Read("local.settings.sample.json"));
        var wanted = sample.RootElement.GetProperty("Values").EnumerateObject()
            .Select(setting => setting.Name)
            .Where(name => name.Contains("__", StringComparison.Ordinal))
            .Except(LaptopOnly);

        Assert.Empty(wanted.Except(InfraFiles.Settings));
        Assert.Superset(new HashSet<string> { "Leads__StorageEndpoint", "Capture__TrustedProxies" }, InfraFiles.Settings.ToHashSet());
    }

    [Fact]
    public void Every_setting_that_is_set_is_known_to_the_app()
    {
        var known = typeof(StorageOptions).Assembly.GetTypes()
            .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })
            .SelectMany(type => type.GetProperties().Select(property => SettingName(type, property)))
            .ToHashSet();

        Assert.NotEmpty(InfraFiles.Settings);
        Assert.Empty(InfraFiles.Settings.Where(name => !name.StartsWith("AzureWebJobs", StringComparison.Ordinal)).Except(known));
    }

    [Fact]
    public void The_root_shows_no_page_of_the_platform_and_a_header_of_the_platform_is_taken_from_nobody()
    {
        Assert.Contains("AzureWebJobsDisableHomepage: 'true'", InfraFiles.Bicep["modules/hosting.bicep"], StringComparison.Ordinal);
        Assert.Contains("selector: 'x-ms-invocation-id'", InfraFiles.Bicep["modules/front-door.bicep"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_named_and_never_written()
    {
        foreach (var setting in (string[])["Leads__Pepper", "Leads__SigningKeys__0", "SendGrid__ApiKey", "Encryption__Keys__0"])
        {
            Assert.Matches($@"{setting}: vault\.outputs\.references\.\w+", InfraFiles.Main);
        }

        Assert.DoesNotContain(InfraFiles.Bicep.Values, text => KeysInHand().IsMatch(text));
        Assert.All(InfraFiles.Bicep.Where(file => file.Value.Contains("storageAccounts@", StringComparison.Ordinal)), file => Assert.Contains("allowSharedKeyAccess: false", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_apps_identity_may_touch_leads_and_it_may_delete_no_account()
    {
        var data = InfraFiles.Bicep["modules/data-storage.bicep"];

        var roles = RoleIds().Matches(data).Select(match => match.Value).Distinct();

        // Storage Table Data Contributor: rows, and nothing of the account.
        Assert.Equal(["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"], roles);
        Assert.Single(RoleAssignments().Matches(data));
        Assert.Contains("level: 'CanNotDelete'", data, StringComparison.Ordinal);
        Assert.Contains("principalId: identity.properties.principalId", InfraFiles.Main, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_that_are_made_are_those_the_app_opens()
    {
        var options = new StorageOptions();

        Assert.Contains(
            $"var tables = {{ leads: '{options.Table}', events: '{options.EventsTable}', spill: '{new SecondAccountOptions().SpillTable}' }}",
            InfraFiles.Main,
            StringComparison.Ordinal);
        Assert.Contains("spillTable: tables.spill", InfraFiles.Main, StringComparison.Ordinal);
        Assert.Contains("tables: [tables.leads, tables.events]", InfraFiles.Main, StringComparison.Ordinal);
    }

    [Fact]
    public void The_app_is_started_as_it_was_measured()
    {
        var hosting = InfraFiles.Bicep["modules/hosting.bicep"];

        Assert.Contains("WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'", hosting, StringComparison.Ordinal);
        Assert.Contains("runtime: { name: 'dotnet-isolated', version: '10.0' }", hosting, StringComparison.Ordinal);
        Assert.Contains("{ name: 'http', instanceCount: 1 }", hosting, StringComparison.Ordinal);
        Assert.Contains($"{{ name: 'function:{nameof(DrainFunction)[..^"Function".Length]}', instanceCount: 1 }}", hosting, StringComparison.Ordinal);
        using var host = JsonDocument.Parse(InfraFiles.Read("functions", "host.json"));
        var most = host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("maxConcurrentRequests").GetInt32();
        Assert.Contains($"perInstanceConcurrency: {most}", hosting, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_module_is_there_and_every_file_is_a_module()
    {
        var used = Modules().Matches(InfraFiles.Main).Select(match => match.Groups["file"].Value);

        Assert.Equal(InfraFiles.Bicep.Keys.Where(name => name != "main.bicep").Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("stleads", 24)]
    [InlineData("stlhost", 24)]
    [InlineData("stspill", 24)]
    [InlineData("kv-leads-", 24)]
    [InlineData("func-leads-longest-name-", 60)]
    public void A_name_is_within_what_Azure_allows(string prefix, int longest)
    {
        // uniqueString gives thirteen characters.
        Assert.True(prefix.Length + 13 <= longest);
        Assert.Contains(prefix[..7], InfraFiles.Main, StringComparison.Ordinal);
    }

    private static string SettingName(Type type, PropertyInfo property) =>
        $"{type.GetField("Section")!.GetRawConstantValue()}__{property.Name}" + (property.PropertyType == typeof(IList<string>) ? "__0" : "");

    [GeneratedRegex(@"listKeys|listAccountSas|AccountKey=|primaryKey|connectionStrings?\(", RegexOptions.IgnoreCase)]
    private static partial Regex KeysInHand();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RoleIds();

    [GeneratedRegex("roleAssignments@")]
    private static partial Regex RoleAssignments();

    [GeneratedRegex(@"module \w+ '(?<file>[^']+)'")]
    private static partial Regex Modules();
}
