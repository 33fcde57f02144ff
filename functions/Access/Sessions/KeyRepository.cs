using System.Xml.Linq;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LeadFunctions.Access;

/// <summary>
/// Hands the keys of Data Protection to the store that all instances share, and remembers them for a while: for its first two minutes Data
/// Protection reads them again for every cookie whose key it does not know, and anybody can make up such a cookie.
/// </summary>
internal sealed class KeyRepository(IKeyRingStore store, TimeProvider clock) : IXmlRepository
{
    /// <summary>How long what was read is good for.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private List<XElement>? known;
    private DateTimeOffset readAt;

    public bool Holds(Guid key)
    {
        lock (gate)
        {
            return known?.Exists(element => Guid.TryParse(element.Attribute("id")?.Value, out var id) && id == key) ?? false;
        }
    }

    // Data Protection waits for its keys, a few times a day: on a thread of the pool, so that the call never waits for its own thread.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (gate)
        {
            if (known is null || clock.GetUtcNow() - readAt >= Freshness)
            {
                known = [.. Task.Run(() => store.ReadAsync(CancellationToken.None)).GetAwaiter().GetResult().Select(XElement.Parse)];
                readAt = clock.GetUtcNow();
            }

            return [.. known];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        Task.Run(() => store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None)).GetAwaiter().GetResult();
        lock (gate)
        {
            known = null;
        }
    }
}
