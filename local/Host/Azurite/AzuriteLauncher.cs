using System.ComponentModel;
using System.Diagnostics;

namespace LeadFunctions.Local.Azurite;

/// <summary>Starts <c>local/azurite/launcher.mjs</c>, the small program that runs Azurite for one parent process.</summary>
internal static class AzuriteLauncher
{
    /// <exception cref="AzuriteNotStartedException">Node.js, the launcher or its packages are not there.</exception>
    public static Process Start(params IEnumerable<string> options)
    {
        var launcher = Find();
        var start = new ProcessStartInfo("node", [launcher, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Options for somebody's own Node.js programs (a debugger's port, for one) are not meant for this one.
        start.Environment.Remove("NODE_OPTIONS");
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception absent)
        {
            throw new AzuriteNotStartedException("Node.js 20 or newer is needed and 'node' was not found; see https://nodejs.org.", absent);
        }
    }

    /// <returns>The launcher's full path, in the repository that this assembly was built in.</returns>
    /// <exception cref="AzuriteNotStartedException">It is not there, or its packages are not.</exception>
    public static string Find() => Repository.Find() is { } root
        ? Installed(Path.Combine(root, "local", "azurite"))
        : throw new AzuriteNotStartedException($"No LeadFunctions.sln above {AppContext.BaseDirectory}: run from a clone of the repository.");

    private static string Installed(string folder) =>
        Directory.Exists(Path.Combine(folder, "node_modules", "azurite"))
            ? Path.Combine(folder, "launcher.mjs")
            : throw new AzuriteNotStartedException($"Azurite is not installed: run ./run or ./test, or 'npm ci' in {folder}.");
}
