using System.Globalization;

namespace LeadFunctions.Benchmarks;

/// <summary>What the user typed.</summary>
/// <param name="JsonFile">Where all numbers are written to; <see langword="null"/> for nowhere.</param>
/// <param name="Seconds">About how long one round of load lasts.</param>
/// <param name="Only">The part that alone is measured; <see langword="null"/> for all.</param>
internal sealed record BenchOptions(string? JsonFile, int Seconds, BenchPart? Only = null)
{
    public const string Usage = """
        Measures capture, drain and start, each beside what the machine allows at that moment.

          --json FILE   write all numbers and rounds to this file as well
          --seconds N   let a round of load last about so long (5); more is steadier
          --only PART   measure one part alone, and print it: start, capture, sealing, drain, scan, desk, scrub, silence
        """;

    private const int UsualSeconds = 5;
    private const int MostSeconds = 60;

    /// <returns><see langword="null"/> when they are not understood.</returns>
    public static BenchOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions(null, UsualSeconds);
        var waiting = new Queue<string>(arguments);
        while (waiting.TryDequeue(out var name))
        {
            if (!waiting.TryDequeue(out var value) || options.With(name, value) is not { } further)
            {
                return null;
            }

            options = further;
        }

        return options;
    }

    private BenchOptions? With(string name, string value) => name switch
    {
        "--json" => this with { JsonFile = value },
        "--seconds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds =>
            this with { Seconds = seconds },
        "--only" when Enum.TryParse<BenchPart>(value, ignoreCase: true, out var part) && Enum.IsDefined(part) => this with { Only = part },
        _ => null,
    };
}
