using LeadFunctions.Leads;
using Microsoft.Extensions.Caching.Memory;

namespace LeadFunctions.Capture;

/// <summary>
/// Remembers which people sent the same thing, within the last hour and in this process: a hint, not a promise. Bounded: the oldest
/// things are forgotten first, and of each only so many people are counted as are needed to say "many".
/// </summary>
internal sealed class Sightings : IDisposable
{
    /// <summary>Counting ends here.</summary>
    public const int MostCounted = 16;

    private const int MostThings = 20_000;

    private static readonly MemoryCacheEntryOptions Hour = new() { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) };

    private readonly MemoryCache people = new(new MemoryCacheOptions { SizeLimit = MostThings });

    /// <summary>Somebody sent something.</summary>
    /// <returns>How many people have sent it, this one included; at most <see cref="MostCounted"/>.</returns>
    public int Count(string thing, ContactKey contact)
    {
        if (!people.TryGetValue(thing, out HashSet<ContactKey>? known))
        {
            // Two that come at once for the first time may each begin a set: one of them is then counted by the next.
            known = [];
            people.Set(thing, known, Hour);
        }

        lock (known!)
        {
            if (known.Count < MostCounted)
            {
                known.Add(contact);
            }

            return known.Count;
        }
    }

    public void Dispose() => people.Dispose();
}
