using System.Net;
using System.Net.Sockets;

namespace LeadFunctions.Network;

/// <summary>
/// Which addresses belong to the public internet: all but those of this machine, of private networks, and of the platform around us, where a
/// request from here would reach what nobody outside can (IANA special-purpose address registries for IPv4 and IPv6).
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Azure's own services on each machine, at an address that looks public (learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
            "168.63.129.16/32",

            // The global unicast space is 2000::/3; these parts of it are not, or hold an IPv4 address that could be anything.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Whether the address is one of the public internet.</summary>
    public static bool Has(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain)) && !NotPublic.Any(network => network.Contains(plain));
    }
}
