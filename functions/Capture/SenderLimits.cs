using System.Net;
using System.Threading.RateLimiting;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>
/// How much one address, and one person, may send to this process. Too many posts in a minute are turned away, since they would harm everybody; too
/// many leads in an hour are taken, and held in quarantine. A whole IPv6 /64 is one sender: that is what one household gets.
/// </summary>
public sealed class SenderLimits(IOptions<CaptureOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> posts = Limiter(options.Value.PostsPerMinute, TimeSpan.FromMinutes(1));
    private readonly HourlyLimit<IPAddress> senders = new(options.Value.LeadsPerHour);
    private readonly HourlyLimit<ContactKey> contacts = new(options.Value.LeadsPerContact);

    /// <returns>Whose limits hold for a request; null when our proxies did not say.</returns>
    public IPAddress? SenderOf(HttpRequest request, IReadOnlyDictionary<string, object?> bindingData) =>
        ClientAddress.Of(request, bindingData, options.Value.TrustedProxies);

    /// <returns>Null when the post may go on, else when to come back.</returns>
    public TimeSpan? MustWait(IPAddress sender)
    {
        using var lease = posts.AttemptAcquire(ClientAddress.Network(sender));
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromMinutes(1);
    }

    /// <summary>Counts one lead.</summary>
    /// <returns>True when this sender has sent more in this hour than one person would.</returns>
    public bool IsTooMany(IPAddress sender) => senders.IsOver(ClientAddress.Network(sender));

    /// <summary>Counts one lead.</summary>
    /// <returns>True when more were sent for this person in this hour than one person would.</returns>
    public bool IsTooMany(ContactKey contact) => contacts.IsOver(contact);

    public void Dispose()
    {
        posts.Dispose();
        senders.Dispose();
        contacts.Dispose();
    }

    private static PartitionedRateLimiter<IPAddress> Limiter(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(sender => RateLimitPartition.GetFixedWindowLimiter(
            sender,
            _ => new() { PermitLimit = permits, Window = window, QueueLimit = 0, AutoReplenishment = true }));
}
