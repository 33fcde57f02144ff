using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// How far back the lists that were read together last go. The next reading asks each for little more than that, so that a thousand leads of one
/// list do not keep those of another from coming in the same answer, and no list is read further than it is shown.
/// </summary>
internal sealed class Lookback
{
    /// <summary>A list goes back this much further than it did, as a part of it: leads leave it, and then older ones are shown.</summary>
    private const int Margin = 4;

    private readonly IReadOnlyList<WantedPage> wanted;
    private readonly IReadOnlyList<LeadFilter> filters;

    private Lookback(IReadOnlyList<WantedPage> wanted, IReadOnlyList<LeadFilter> filters) => (this.wanted, this.filters) = (wanted, filters);

    /// <summary>Nothing was read yet.</summary>
    public static Lookback Unknown { get; } = new([], []);

    /// <summary>About so many are read where so many are wanted.</summary>
    public static int Wider(int limit) => limit + (limit / Margin);

    /// <param name="wanted">What was read.</param>
    /// <param name="found">Of each list the newest, newest first: one more than are shown where there are more.</param>
    public static Lookback After(IReadOnlyList<WantedPage> wanted, IReadOnlyList<IReadOnlyList<Lead>> found) =>
        new([.. wanted], [.. wanted.Zip(found, (page, leads) => page.Filter with { CapturedFrom = leads.Count > page.Limit ? Since(leads) : page.Filter.CapturedFrom })]);

    /// <summary>What to ask for: everything where other lists were read last, or all of a list is shown.</summary>
    public IReadOnlyList<LeadFilter> Of(IReadOnlyList<WantedPage> lists) => wanted.SequenceEqual(lists) ? filters : [.. lists.Select(page => page.Filter)];

    private static DateTimeOffset Since(IReadOnlyList<Lead> leads) => leads[^1].CapturedAt - ((leads[0].CapturedAt - leads[^1].CapturedAt) / Margin);
}
