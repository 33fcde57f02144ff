using System.Net;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>Who follows a link, as far as the request says. It is never kept or logged as it is.</summary>
/// <param name="Fetch">How.</param>
/// <param name="Agent">The name that the program gives itself; may be empty.</param>
/// <param name="Address">Where it is; null when nobody knows.</param>
public sealed record LinkVisitor(LinkFetch Fetch, string Agent, IPAddress? Address)
{
    /// <summary>Says nothing of where and what.</summary>
    public override string ToString() => nameof(LinkVisitor);
}
