using System.Text.RegularExpressions;
using LeadFunctions.Local;

namespace LeadFunctions.Tests.Infra;

/// <summary>An alert that waits for words nobody says would never ring.</summary>
public sealed partial class AlertTests
{
    private static readonly string Alerts = InfraFiles.Bicep["modules/alerts.bicep"];

    public static TheoryData<string> Sayings => [.. SayingsOf().Matches(Alerts).Select(match => match.Groups["says"].Value)];

    [Theory]
    [MemberData(nameof(Sayings))]
    public void The_app_says_it_word_for_word_and_as_an_error(string says)
    {
        var messages = Directory.GetFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => LogMessages().Matches(File.ReadAllText(file)))
            .Where(match => match.Groups["level"].Value is "Error" or "Critical")
            .Select(match => match.Groups["text"].Value);

        Assert.Contains(messages, message => message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void The_operations_guide_says_of_each_what_to_do()
    {
        var guide = InfraFiles.Read("docs", "operations.md");

        Assert.All(Names().Matches(Alerts).Select(match => match.Groups["name"].Value), name => Assert.Contains($"| `{name}` |", guide, StringComparison.Ordinal));
    }

    [GeneratedRegex("says: '(?<says>[^']+)'")]
    private static partial Regex SayingsOf();

    [GeneratedRegex(@"(?<!\w)name: '(?<name>[a-z]+-[a-z-]+)'")]
    private static partial Regex Names();

    [GeneratedRegex("LoggerMessage\\(LogLevel\\.(?<level>\\w+), \"(?<text>[^\"]+)\"\\)")]
    private static partial Regex LogMessages();
}
