using System.Net.Http.Json;
using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Mailbox;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Demo;

/// <summary>What people from outside do, over HTTP like them.</summary>
internal sealed class FrontDoor : IDisposable
{
    private const string Unsubscribe = "List-Unsubscribe";

    // With the clinic's own key, since a month of visitors in a minute from one address is what the public door is there to stop.
    private static readonly Uri Leads = new("/api/leads", UriKind.Relative);

    private readonly HttpClient client;

    public FrontDoor(LocalHost host)
    {
        client = new() { BaseAddress = host.BaseAddress };
        client.DefaultRequestHeaders.Add(FunctionKeys.HeaderName, host.Services.GetRequiredService<FunctionKeys>().FunctionKey);
    }

    public void Dispose() => client.Dispose();

    /// <exception cref="LocalHostException">The app does not take it; the message is what it answered.</exception>
    public async Task SendAsync(MadeUpLead lead, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync(Leads, lead, DemoJson.Default.MadeUpLead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new LocalHostException($"The demo stops: a made-up lead was refused. {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }

    /// <summary>One click in a mail that offers it (RFC 8058).</summary>
    public async Task<bool> TryUnsubscribeAsync(MailboxMessage mail, CancellationToken cancellationToken)
    {
        using var click = new FormUrlEncodedContent([new(Unsubscribe, "One-Click")]);
        using var response = await client.PostAsync(new Uri(mail.Headers[Unsubscribe].Trim('<', '>')), click, cancellationToken);
        return response.IsSuccessStatusCode;
    }

    /// <summary>Whether a mail came to this address and offers to be the last.</summary>
    public static bool OffersToUnsubscribe(MailboxMessage mail, string email) => mail.To.Contains(email) && mail.Headers.ContainsKey(Unsubscribe);
}
