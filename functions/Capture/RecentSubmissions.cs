using LeadFunctions.Leads;
using Microsoft.Extensions.Caching.Memory;

namespace LeadFunctions.Capture;

/// <summary>
/// The submissions that this process stored within the last hour. The store knows a repeated submission of the same person; one that
/// comes back with another address belongs to another partition, where a look would cost every visitor a second round trip. So that
/// mistake is caught here, by the process that stored the first; elsewhere it is a lead of its own, and nobody is lost.
/// </summary>
public sealed class RecentSubmissions : IDisposable
{
    private const int Most = 20_000;

    private static readonly MemoryCacheEntryOptions Hour = new() { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) };

    private readonly MemoryCache contacts = new(new MemoryCacheOptions { SizeLimit = Most });

    public bool IsOfAnother(string submission, ContactKey contact) => contacts.TryGetValue(submission, out ContactKey first) && first != contact;

    public void Remember(string submission, ContactKey contact) => contacts.Set(submission, contact, Hour);

    public void Dispose() => contacts.Dispose();
}
