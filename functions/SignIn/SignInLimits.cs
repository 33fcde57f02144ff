using System.Net;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.Extensions.Options;

namespace LeadFunctions.SignIn;

/// <summary>How many links may be asked for of this process: nobody's mail is flooded, and nobody tries one address after the other.</summary>
public sealed class SignInLimits(IOptions<SignInOptions> options) : IDisposable
{
    private readonly HourlyLimit<ContactKey> addresses = new(options.Value.LinksPerAddress);
    private readonly HourlyLimit<IPAddress> senders = new(options.Value.LinksPerSender);

    /// <summary>Counts one.</summary>
    public bool IsTooMany(ContactKey address) => addresses.IsOver(address);

    /// <summary>Counts one.</summary>
    public bool IsTooMany(IPAddress sender) => senders.IsOver(ClientAddress.Network(sender));

    public void Dispose()
    {
        addresses.Dispose();
        senders.Dispose();
    }
}
