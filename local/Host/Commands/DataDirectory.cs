using System.Globalization;

namespace LeadFunctions.Local.Commands;

/// <summary>
/// The directory that a running host keeps everything in. A lock file marks it as ours and is held while the host runs: the system lets
/// it go with the process, however that ends. <c>host.pid</c> holds the process id.
/// </summary>
internal sealed class DataDirectory : IDisposable
{
    private const string LockName = "host.lock";
    private const string ProcessIdName = "host.pid";
    private const string StorageName = "azurite";

    // ./run keeps its answer about the package registry here: no data, and worth keeping.
    private const string RegistryAnswerName = "azure-packages";

    private readonly FileStream held;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    /// <summary>For the storage emulator, which empties it itself when asked to: it may still be saving when a host starts.</summary>
    public string Storage => System.IO.Path.Combine(Path, StorageName);

    private string ProcessIdFile => System.IO.Path.Combine(Path, ProcessIdName);

    /// <summary>Takes the directory for this process, and makes it when there is none.</summary>
    /// <exception cref="LocalHostException">Another host has it; or it is to be emptied and is not ours.</exception>
    public static DataDirectory Take(string path, bool fresh)
    {
        var directory = Directory.CreateDirectory(System.IO.Path.GetFullPath(path));
        var isOurs = File.Exists(System.IO.Path.Combine(directory.FullName, LockName))
            || directory.EnumerateFileSystemInfos().All(entry => entry.Name == RegistryAnswerName);
        if (fresh && !isOurs)
        {
            throw new LocalHostException($"{directory.FullName} holds files that are not LeadFunctions' own, so --fresh leaves it alone.");
        }

        var taken = new DataDirectory(directory.FullName, Lock(directory.FullName));
        if (fresh)
        {
            taken.Empty();
        }

        return taken;
    }

    /// <summary>Tells the world which process runs here.</summary>
    public void WriteProcessId() => File.WriteAllText(ProcessIdFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        File.Delete(ProcessIdFile);
        held.Dispose();
    }

    private static FileStream Lock(string directory)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            var file = System.IO.Path.Combine(directory, ProcessIdName);
            var process = File.Exists(file) ? $" (process {File.ReadAllText(file).Trim()})" : "";
            throw new LocalHostException(
                $"Another host{process} runs on {directory}. Stop it, or choose another directory with --data DIR.");
        }
    }

    private void Empty()
    {
        string[] kept = [LockName, RegistryAnswerName, StorageName];
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().Where(entry => !kept.Contains(entry.Name)))
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }
}
