using System.Diagnostics;
using LeadFunctions.Local;

namespace LeadFunctions.Tests.Infra;

/// <summary>Runs a script of the repository's as an engineer would.</summary>
internal static class NodeProgram
{
    public static Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments) => RunProgramAsync("node", [script, .. arguments]);

    public static async Task<(int ExitCode, string Output)> RunProgramAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
