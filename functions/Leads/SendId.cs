using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadFunctions.Leads;

/// <summary>
/// Our own name for one attempt at one mail: letters and digits only, which every provider carries as they are. It can be worked out
/// from the work alone, so an event that comes back with it tells which attempt arrived, and it names nobody.
/// </summary>
/// <param name="Key">The mail.</param>
/// <param name="Attempt">Counted from 1; each attempt that may have left has its own.</param>
public readonly partial record struct SendId(SendKey Key, int Attempt)
{
    /// <summary>The name of the attempt that the next claim of this work makes.</summary>
    public static SendId Next(DueWork work) => new(work.Key, work.Attempts + 1);

    /// <summary>Shard, lead, track, step and attempt, such as <c>a0d1f2e3d4dv2n1</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Key.Lead.Shard}{Key.Lead}{Letter(Key.Track)}{Key.Step}n{Attempt}");

    /// <summary>Reads what <see cref="ToString"/> wrote, and nothing else.</summary>
    public static bool TryParse(string? text, out SendId id)
    {
        id = default;
        if (Shape().Match(text ?? "") is not { Success: true } match)
        {
            return false;
        }

        var key = new SendKey(
            LeadId.Parse(match.Groups["lead"].Value),
            Enum.GetValues<Track>().First(track => Letter(track) == match.Groups["track"].Value[0]),
            int.Parse(match.Groups["step"].Value, CultureInfo.InvariantCulture));
        id = new(key, int.Parse(match.Groups["attempt"].Value, CultureInfo.InvariantCulture));
        return id.ToString() == text;
    }

    private static char Letter(Track track) => track switch { Track.Alert => 'a', Track.Visitor => 'v', _ => 'p' };

    [GeneratedRegex("^a0[0-9a-f](?<lead>[0-3][0-9a-f]{7})(?<track>[avp])(?<step>[0-9]{1,4})n(?<attempt>[1-9][0-9]{0,3})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
