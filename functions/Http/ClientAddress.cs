using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Http;

/// <summary>Where a request came from.</summary>
public static class ClientAddress
{
    private const string Header = "X-Forwarded-For";

    /// <summary>
    /// Takes the right-most hop that a proxy of our own wrote; what stands to its left is the sender's word. The Functions host keeps the
    /// header from <see cref="HttpRequest"/> (Azure/azure-functions-host#11254) and hands it over as JSON in the binding data.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="bindingData">The binding data of the invocation.</param>
    /// <param name="trustedProxies">How many proxies of our own append to the header; 0 takes the peer's address.</param>
    /// <returns>Null when our proxies did not say: then nobody can be told from anybody else.</returns>
    public static IPAddress? Of(HttpRequest request, IReadOnlyDictionary<string, object?> bindingData, int trustedProxies)
    {
        if (trustedProxies == 0)
        {
            return request.HttpContext.Connection.RemoteIpAddress;
        }

        var header = request.Headers[Header].ToString() is { Length: > 0 } direct ? direct : Handed(bindingData);

        // Azure's front end writes the port too: 203.0.113.7:49152, or [2001:db8::1]:49152.
        var hops = header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hops.Length >= trustedProxies && IPEndPoint.TryParse(hops[^trustedProxies], out var hop) ? hop.Address : null;
    }

    /// <summary>Who is one sender: a whole IPv6 /64 is what one household gets.</summary>
    public static IPAddress Network(IPAddress sender)
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

    private static string Handed(IReadOnlyDictionary<string, object?> bindingData)
    {
        if (bindingData.TryGetValue("Headers", out var value) && value is string json)
        {
            using var headers = JsonDocument.Parse(json);
            foreach (var header in headers.RootElement.EnumerateObject())
            {
                if (header.NameEquals(Header) || header.Name.Equals(Header, StringComparison.OrdinalIgnoreCase))
                {
                    return header.Value.ToString();
                }
            }
        }

        return "";
    }
}
