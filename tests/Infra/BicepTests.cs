using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Infra;

/// <summary>The compiler knows every property of every resource of Azure. <c>./test</c> restores it where it is served.</summary>
public sealed class BicepTests
{
    [BicepFact]
    public async Task The_files_compile_without_a_word_of_the_linter()
    {
        using var folder = new TemporaryDirectory();
        var copy = BicepCompiler.CopyTo(folder.Path);

        var linted = await NodeProgram.RunProgramAsync(copy, "lint", "infra/main.bicep");
        var parameters = await NodeProgram.RunProgramAsync(copy, "build-params", "infra/main.bicepparam", "--outfile", Path.Combine(folder.Path, "parameters.json"));

        Assert.Equal((0, ""), linted);
        Assert.Equal((0, ""), parameters);
    }
}
