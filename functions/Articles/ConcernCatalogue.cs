using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Articles;

/// <summary>All that visitors can name, in the order in which it is shown. From <c>content/concerns.yml</c>.</summary>
public sealed class ConcernCatalogue
{
    private readonly Dictionary<string, int> places;

    /// <param name="all">Concerns first, then interests; each id once.</param>
    /// <param name="whenNothingNamed">The id of the concern that a visitor is matched with who names nothing; one of all.</param>
    public ConcernCatalogue(IReadOnlyList<Concern> all, string whenNothingNamed)
    {
        All = all;
        WhenNothingNamed = whenNothingNamed;
        places = new(StringComparer.Ordinal);

        foreach (var concern in all)
        {
            places.Add(concern.Id, places.Count);
        }
    }

    /// <summary>All, in the order in which they are shown.</summary>
    public IReadOnlyList<Concern> All { get; }

    /// <summary>The id of the concern that stands in when a visitor names nothing.</summary>
    public string WhenNothingNamed { get; }

    /// <summary>Whether there is a concern or interest of this id; ids are compared exactly.</summary>
    public bool Contains(string id) => places.ContainsKey(id);

    /// <summary>Finds a concern or interest by its id.</summary>
    public bool TryFind(string id, [MaybeNullWhen(false)] out Concern concern)
    {
        concern = PlaceOf(id) is var place and >= 0 ? All[place] : null;
        return concern is not null;
    }

    /// <summary>The place in <see cref="All"/>, or -1.</summary>
    internal int PlaceOf(string id) => places.TryGetValue(id, out var place) ? place : -1;
}
