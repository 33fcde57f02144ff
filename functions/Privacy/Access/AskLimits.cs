using System.Net;
using System.Threading.RateLimiting;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

/// <summary>How often one sender may ask this process for links. A whole IPv6 /64 is one sender: that is what one household gets.</summary>
public sealed class AskLimits(IOptions<PrivacyOptions> options, IOptions<ProxyOptions> proxies) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(sender =>
        RateLimitPartition.GetFixedWindowLimiter(
            sender,
            _ => new() { PermitLimit = options.Value.AsksPerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0, AutoReplenishment = true }));

    /// <summary>Counts one.</summary>
    /// <returns>True when this sender has asked too often; where our proxies do not say who it is, everybody is one.</returns>
    public bool IsTooMany(HttpRequest request, IReadOnlyDictionary<string, object?> bindingData)
    {
        using var lease = limiter.AttemptAcquire(Network(ClientAddress.Of(request, bindingData, proxies.Value.TrustedProxies) ?? IPAddress.None));
        return !lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static IPAddress Network(IPAddress sender)
    {
        if (sender.IsIPv4MappedToIPv6)
        {
            return sender.MapToIPv4();
        }

        var bytes = sender.GetAddressBytes();
        if (bytes.Length == 16)
        {
            bytes.AsSpan(8).Clear();
        }

        return new(bytes);
    }
}
