using System.Text.RegularExpressions;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Infra;

/// <summary>The compiler knows every property of every resource of Azure. <c>./test</c> restores it where it is served.</summary>
public sealed partial class BicepTests
{
    [SkippableFact]
    public async Task The_files_compile_without_a_word_of_the_linter()
    {
        Skip.IfNot(File.Exists(Compiler), "No Bicep compiler: the registry does not serve it, or ./test did not ask for it.");
        using var folder = new TemporaryDirectory();
        var copy = Copy(folder.Path);

        var linted = await NodeProgram.RunProgramAsync(copy, "lint", "infra/main.bicep");
        var parameters = await NodeProgram.RunProgramAsync(copy, "build-params", "infra/main.bicepparam", "--outfile", Path.Combine(folder.Path, "parameters.json"));

        Assert.Equal((0, ""), linted);
        Assert.Equal((0, ""), parameters);
    }

    private static string Compiler
    {
        get
        {
            var version = Version().Match(InfraFiles.Read("local", "bicep", "Bicep.csproj")).Groups["version"].Value;
            var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            return Path.Combine(packages, "azure.bicep.commandline.linux-x64", version, "tools", "bicep");
        }
    }

    // NuGet unpacks it without the right to run it.
    private static string Copy(string folder)
    {
        var copy = Path.Combine(folder, "bicep");
        File.Copy(Compiler, copy);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return copy;
    }

    [GeneratedRegex(@"Version=""\[(?<version>[\d.]+)\]""")]
    private static partial Regex Version();
}
