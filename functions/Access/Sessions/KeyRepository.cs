using System.Collections.Concurrent;
using System.Xml.Linq;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LeadFunctions.Access;

/// <summary>Hands the keys of Data Protection to the store that all instances share, and remembers which it has seen.</summary>
internal sealed class KeyRepository(IKeyRingStore store) : IXmlRepository
{
    private readonly ConcurrentDictionary<Guid, bool> seen = new();

    public bool Holds(Guid key) => seen.ContainsKey(key);

    // Data Protection waits for its keys, a few times a day: on a thread of the pool, so that the call never waits for its own thread.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = Task.Run(() => store.ReadAsync(CancellationToken.None)).GetAwaiter().GetResult().Select(XElement.Parse).ToList();
        elements.ForEach(Remember);
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        Task.Run(() => store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None)).GetAwaiter().GetResult();
        Remember(element);
    }

    private void Remember(XElement element)
    {
        if (Guid.TryParse(element.Attribute("id")?.Value, out var key))
        {
            seen[key] = true;
        }
    }
}
