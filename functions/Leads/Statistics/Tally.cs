using System.Globalization;

namespace LeadFunctions.Leads;

/// <summary>Counts by key, in each dimension.</summary>
public sealed class Tally
{
    /// <summary>The key of what has none: no concern named, no mail sent before.</summary>
    public const string None = "none";

    /// <summary>The key of all that is too rare, or too odd, to stand by itself.</summary>
    public const string Other = "other";

    /// <summary>So many keys of a dimension stand by themselves in one day.</summary>
    public const int MostKeys = 60;

    // Each is one short number; as many as a column has room for (32,000 characters).
    private const int MostPairs = 200;

    private readonly SortedDictionary<Dimension, SortedDictionary<string, Counts>> byDimension = [];

    public bool IsEmpty => byDimension.Count == 0;

    public IEnumerable<Dimension> Dimensions => byDimension.Keys;

    /// <summary>The counts of a dimension, by key in ordinal order.</summary>
    public IReadOnlyDictionary<string, Counts> By(Dimension dimension) => byDimension.GetValueOrDefault(dimension) ?? [];

    public void Add(Dimension dimension, string key, Metric metric) => At(dimension, key).Add(metric);

    public void Add(Dimension dimension, string key, Counts counts) => At(dimension, key).Add(counts);

    public void Add(Tally other)
    {
        foreach (var (dimension, keys) in other.byDimension)
        {
            foreach (var (key, counts) in keys)
            {
                Add(dimension, key, counts);
            }
        }
    }

    /// <summary>Adds counts of one hour of the day, and to the hour itself what they come to in total.</summary>
    /// <param name="hour">0 to 23, on the clinic's clock.</param>
    /// <param name="other">The counts.</param>
    public void AddAt(int hour, Tally other)
    {
        Add(other);
        foreach (var (_, counts) in other.By(Dimension.Total))
        {
            Add(Dimension.Hour, hour.ToString("D2", CultureInfo.InvariantCulture), counts);
        }
    }

    /// <summary>
    /// The same with at most <see cref="MostKeys"/> keys of their own in each dimension, those that count most: visitors can name what
    /// pages and campaigns they like, and the rest is put together. Sums stay as they are; the same counts give the same keys.
    /// </summary>
    public Tally Bounded()
    {
        var bounded = new Tally();
        foreach (var (dimension, keys) in byDimension)
        {
            var own = keys
                .OrderByDescending(key => key.Value.Weight).ThenBy(key => key.Key, StringComparer.Ordinal)
                .Take(dimension is Dimension.ConcernSource or Dimension.ConcernArticle ? MostPairs : MostKeys)
                .Select(key => key.Key)
                .ToHashSet();
            foreach (var (key, counts) in keys)
            {
                bounded.Add(dimension, own.Contains(key) ? key : Other, counts);
            }
        }

        return bounded;
    }

    private Counts At(Dimension dimension, string key)
    {
        if (!byDimension.TryGetValue(dimension, out var keys))
        {
            byDimension[dimension] = keys = new(StringComparer.Ordinal);
        }

        if (!keys.TryGetValue(key, out var counts))
        {
            keys[key] = counts = new();
        }

        return counts;
    }
}
