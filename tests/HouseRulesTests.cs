using System.Text.RegularExpressions;
using LeadFunctions.Local;

namespace LeadFunctions.Tests;

/// <summary>Keeps the arrows between the folders of <c>functions/</c>: what may know what.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly string[] Floor = ["Articles", "Clinic", "Desk", "Email", "Http", "Languages", "Leads", "Settings", "StaffMail", "Start", "Telemetry"];

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Languages"] = [],
        ["Settings"] = [],
        ["Network"] = [],
        ["Start"] = [],
        ["Telemetry"] = [],
        ["Clinic"] = ["Languages", "Start"],
        ["Leads"] = ["Languages", "Settings"],
        ["Desk"] = ["Articles", "Clinic", "Languages", "Leads"],
        ["Email"] = ["Clinic", "Languages", "Network", "Settings"],
        ["Http"] = ["Clinic", "Languages", "Settings"],
        ["Articles"] = ["Clinic", "Http", "Languages"],
        ["Access"] = ["Clinic", "Http", "Languages", "Leads", "Network"],
        ["StaffMail"] = ["Articles", "Clinic", "Desk", "Email", "Languages", "Leads"],
        ["Storage"] = ["Languages", "Leads", "Network", "Settings", "Start", "Telemetry"],
        ["Capture"] = [.. Floor, "Network"],
        ["Events"] = Floor,
        ["FollowUp"] = [.. Floor, "StaffMail"],
        ["Digest"] = [.. Floor, "StaffMail"],
        ["Reminders"] = [.. Floor, "StaffMail"],
        ["Stats"] = Floor,
        ["Marketing"] = [.. Floor, "Access"],
        ["Privacy"] = Floor,
        ["SignIn"] = [.. Floor, "Access"],
        ["Staff"] = [.. Floor, "Access"],
        ["MailDeeds"] = [.. Floor, "Access", "StaffMail"],
        ["Health"] = [.. Floor, "Access"],
        ["LeadsApi"] = Floor,
        ["Webhooks"] = [.. Floor, "Access", "Network"],
        ["Backup"] = ["Leads", "Settings"],
        ["Encryption"] = ["Http", "Leads"],
    };

    private static readonly string Functions = Path.Combine(Repository.Root, "functions");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Functions)
        .Select(folder => Path.GetFileName(folder)!)
        .Where(folder => folder is not ("bin" or "obj" or "content"))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_what_it_may(string folder)
    {
        var known = Sources(folder)
            .SelectMany(file => OurNamespaces().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value))
            .Where(name => name != folder)
            .Distinct();

        Assert.Empty(known.Except(Arrows[folder]));
    }

    [Theory]
    [InlineData("Azure.Data.Tables", "Storage", ".cs")]
    [InlineData("SendGrid", "Email", ".cs")]
    [InlineData("OpenTelemetry", "Telemetry", ".cs")]
    [InlineData("System.Diagnostics.Metrics", "Telemetry", "Figures.cs")]
    [InlineData("Microsoft.Azure.Functions", "", "Function.cs")]
    public void A_platform_is_known_in_one_place(string platform, string folder, string ending)
    {
        var elsewhere = Sources("")
            .Where(file => File.ReadAllText(file).Contains($"using {platform}", StringComparison.Ordinal))
            .Where(file => !file.StartsWith(Path.Combine(Functions, folder), StringComparison.Ordinal) || !file.EndsWith(ending, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Functions, file))
            .Where(file => !file.EndsWith("Middleware.cs", StringComparison.Ordinal) && file is not ("Program.cs" or "LeadFunctionsApp.cs"));

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Clients_for_HTTP_are_made_where_they_are_held_to_one_host_and_nowhere_else()
    {
        var makers = Sources("")
            .Where(file => ClientsForHttp().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Functions, file));

        Assert.Equal([Path.Combine("Network", "OutgoingHttp.cs")], makers);
    }

    [Fact]
    public void Code_speaks_of_the_trade_and_not_of_how_it_came_about() =>
        Assert.DoesNotContain(Sources(""), file => Loose().IsMatch(File.ReadAllText(file)));

    private static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(Path.Combine(Functions, folder), "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !Path.GetRelativePath(Functions, file).StartsWith("obj", StringComparison.Ordinal)
            && !Path.GetRelativePath(Functions, file).StartsWith("bin", StringComparison.Ordinal));

    [GeneratedRegex(@"using (static )?LeadFunctions\.(?<folder>\w+)")]
    private static partial Regex OurNamespaces();

    [GeneratedRegex(@"SocketsHttpHandler\s*[({]|new\s+HttpClient(Handler)?\s*[({]|AddHttpClient|IHttpClientFactory|HttpClient\s+\w+\s*=\s*new|WebRequest\.|new\s+HttpClientTransport\(\)")]
    private static partial Regex ClientsForHttp();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Loose();
}
