using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

/// <summary>Makes bytes unreadable and unchangeable for whoever lacks the keys of the settings: the first seals, each of them opens.</summary>
internal sealed class Seal(IOptions<SealingOptions> options)
{
    private readonly Lazy<IReadOnlyList<SealingKey>> keys = new(() =>
        [.. options.Value.Keys.Select(text => SealingKey.TryParse(text, out var key) ? key : throw new FormatException("A sealing key cannot be read."))]);

    /// <summary>Whether there is any key.</summary>
    public bool HasKeys => keys.Value.Count > 0;

    /// <summary>The id of the key that seals.</summary>
    public string FirstKey => keys.Value[0].Id;

    /// <param name="plain">What nobody else may read.</param>
    /// <param name="place">Where it is kept, such as the table and the keys of its row.</param>
    public byte[] Close(ReadOnlySpan<byte> plain, string place) => SealedBytes.Close(keys.Value[0], plain, place);

    /// <exception cref="SealBrokenException">It is none of ours, was changed, belongs to another place, or its key is not among the keys.</exception>
    public byte[] Open(ReadOnlySpan<byte> text, string place)
    {
        var id = SealedBytes.KeyOf(text);
        return keys.Value.FirstOrDefault(known => known.Id == id) is { } key
            ? SealedBytes.Open(key, text, place)
            : throw new SealBrokenException($"It is sealed under the key '{id}', which is not among Encryption__Keys.");
    }
}
