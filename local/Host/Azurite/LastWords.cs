using System.Diagnostics;

namespace LeadFunctions.Local.Azurite;

/// <summary>The last line that a process wrote to its standard error, read as it comes so that the pipe never fills.</summary>
internal sealed class LastWords
{
    private volatile string line = "it said nothing.";

    public LastWords(Process process)
    {
        process.ErrorDataReceived += (_, said) => line = string.IsNullOrWhiteSpace(said.Data) ? line : said.Data;
        process.BeginErrorReadLine();
    }

    public override string ToString() => line;
}
