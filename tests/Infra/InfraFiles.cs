using System.Text.RegularExpressions;
using LeadFunctions.Local;

namespace LeadFunctions.Tests.Infra;

/// <summary>What <c>infra/</c> says, as text: no compiler is needed to read it.</summary>
internal static partial class InfraFiles
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    public static IReadOnlyDictionary<string, string> Bicep { get; } = Directory
        .GetFiles(Folder, "*.bicep", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText);

    public static string Main => Bicep["main.bicep"];

    /// <summary>The app settings that are set, an index written as 0: <c>Staff__Members__0</c>.</summary>
    public static IReadOnlySet<string> Settings { get; } = Bicep.Values
        .SelectMany(text => SettingNames().Matches(text))
        .Select(match => match.Value.Replace("${index}", "0", StringComparison.Ordinal))
        .ToHashSet(StringComparer.Ordinal);

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    [GeneratedRegex(@"\b[A-Z]\w+__\w+(\$\{index\})?(?=['\s:])")]
    private static partial Regex SettingNames();
}
