using System.Net.Http.Headers;
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

    /// <summary>The provider tells the app that a mail has arrived.</summary>
    public async Task TellArrivedAsync(MailboxMessage mail, CancellationToken cancellationToken)
    {
        using var events = new StringContent("""["delivered"]""", new MediaTypeHeaderValue("application/json"));
        using var response = await client.PostAsync(new Uri($"/local/mail/{mail.Id}/events", UriKind.Relative), events, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new LocalHostException($"The demo stops: the app took no events of mails ({(int)response.StatusCode}).");
        }
    }

    /// <summary>Whether a mail went to the clinic's own people.</summary>
    public static bool IsToStaff(MailboxMessage mail) => !mail.Headers.ContainsKey(Unsubscribe);

    /// <summary>Whether a mail came to this address and offers to be the last.</summary>
    public static bool OffersToUnsubscribe(MailboxMessage mail, string email) => mail.To.Contains(email) && mail.Headers.ContainsKey(Unsubscribe);
}
