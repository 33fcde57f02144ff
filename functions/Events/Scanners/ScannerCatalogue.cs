using System.Net;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>The programs that are known to fetch images and links of mails. From <c>content/scanners.yml</c>.</summary>
/// <param name="agents">By name; the first that fits counts.</param>
/// <param name="networks">The networks of scanners, whatever their programs are called.</param>
public sealed class ScannerCatalogue(IReadOnlyList<AgentPattern> agents, IReadOnlyList<IPNetwork> networks)
{
    // Browsers and mail programs have begun so for thirty years (RFC 9110, 10.1.5, knows the reason).
    private const string BrowserBeginning = "Mozilla/5.0 (";

    public IReadOnlyList<AgentPattern> Agents => agents;

    public IReadOnlyList<IPNetwork> Networks => networks;

    /// <param name="agent">The name that the program gave; null when it gave none.</param>
    /// <param name="address">Where it is; null when nobody knows.</param>
    public AgentClass Classify(string? agent, IPAddress? address)
    {
        if (address is not null && IsOfScanner(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address))
        {
            return AgentClass.Scanner;
        }

        var name = agent?.Trim() ?? "";
        return agents.FirstOrDefault(pattern => pattern.Fits(name))?.Class
            ?? (name.StartsWith(BrowserBeginning, StringComparison.Ordinal) ? AgentClass.Browser : AgentClass.Unknown);
    }

    private bool IsOfScanner(IPAddress address) => networks.Any(network => network.Contains(address));
}
