using System.Text.RegularExpressions;

namespace LeadFunctions.Tests.Infra;

/// <summary>The compiler of infra/, where NuGet put it.</summary>
internal static partial class BicepCompiler
{
    public static string Path { get; } = System.IO.Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages ? packages : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "azure.bicep.commandline.linux-x64",
        Version().Match(InfraFiles.Read("local", "bicep", "Bicep.csproj")).Groups["version"].Value,
        "tools",
        "bicep");

    // NuGet unpacks it without the right to run it.
    public static string CopyTo(string folder)
    {
        var copy = System.IO.Path.Combine(folder, "bicep");
        File.Copy(Path, copy);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return copy;
    }

    [GeneratedRegex(@"Version=""\[(?<version>[0-9.]+)\]""")]
    private static partial Regex Version();
}
