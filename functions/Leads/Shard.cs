namespace LeadFunctions.Leads;

/// <summary>
/// One of the sixteen parts into which leads are divided. All rows of one contact live in one shard, so that whatever happens to
/// a contact is one transaction. The number of shards never changes; growth is a new generation, for new contacts only.
/// </summary>
/// <param name="Number">0 to 15.</param>
public readonly record struct Shard(int Number)
{
    public const int Count = 16;

    private const string Generation = "a";

    /// <summary>All shards, in order.</summary>
    public static IReadOnlyList<Shard> All { get; } = [.. Enumerable.Range(0, Count).Select(number => new Shard(number))];

    /// <summary>Generation and number, <c>a00</c> to <c>a0f</c>.</summary>
    public override string ToString() => $"{Generation}{Number:x2}";
}
