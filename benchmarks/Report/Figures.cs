using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LeadFunctions.Benchmarks;

/// <summary>All that was measured, and where.</summary>
internal sealed record Figures(Machine Machine, CaptureFigures Capture, SealingFigures Sealing, DrainFigures Drain, ScanFigures Scan, DeskFigures Desk, ScrubFigures Scrub, SilenceFigures Silence, StartFigures Start)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public IReadOnlyList<Row> Table => [.. Capture.Rows(), .. Sealing.Rows(), .. Drain.Rows(), .. Scan.Rows(), .. Desk.Rows(), .. Scrub.Rows(), .. Silence.Rows(), .. Start.Rows()];

    public Task WriteAsync(string file) => File.WriteAllTextAsync(file, JsonSerializer.Serialize(this, Readable));
}

/// <param name="Cores">Shared by the load, the local host and the storage emulator.</param>
/// <param name="Dotnet">The runtime.</param>
/// <param name="System">The operating system.</param>
/// <param name="LoadBefore">Processes that wanted a core in the minute before, where the system says so: what else was going on.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record Machine(int Cores, string Dotnet, string System, double? LoadBefore, DateTimeOffset At)
{
    private const string LoadAverages = "/proc/loadavg";

    public static Machine This() => new(
        Environment.ProcessorCount,
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
        File.Exists(LoadAverages) ? double.Parse(File.ReadAllText(LoadAverages).Split(' ')[0], CultureInfo.InvariantCulture) : null,
        TimeProvider.System.GetUtcNow());
}
