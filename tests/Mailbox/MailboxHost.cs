using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadFunctions.Local;
using LeadFunctions.Local.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.LocalMailbox;

/// <summary>The mailbox on a free port of this machine.</summary>
internal sealed class MailboxHost : IAsyncDisposable
{
    internal static readonly DateTimeOffset Monday = new(2026, 12, 7, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private MailboxHost(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }, disposeHandler: true) { BaseAddress = new Uri(app.Urls.First()) };
    }

    internal HttpClient Http { get; }

    internal Mailbox Mailbox => app.Services.GetRequiredService<Mailbox>();

    internal WebhookKey Key => app.Services.GetRequiredService<WebhookKey>();

    /// <summary>A mail without a fault, to be spoilt.</summary>
    internal static JsonObject Mail => JsonNode.Parse(
        """
        {
          "from": { "email": "hello@clinic.example", "name": "Clinic" },
          "reply_to": { "email": "desk@clinic.example" },
          "subject": "We received your request",
          "personalizations": [{ "to": [{ "email": "ada@example.com" }] }],
          "content": [
            { "type": "text/plain", "value": "Thank you." },
            { "type": "text/html", "value": "<p>Thank you. <a href=\"https://clinic.example/r/x?a=1&amp;b=2\">Read</a></p>" }
          ],
          "headers": { "List-Unsubscribe": "<https://clinic.example/unsubscribe/x>" },
          "custom_args": { "sid": "s-1" }
        }
        """)!.AsObject();

    internal static async Task<MailboxHost> StartAsync(MailboxOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Monday)).AddMailbox(options ?? new MailboxOptions());

        var app = builder.Build();

        foreach (var routes in app.Services.GetServices<ILocalRoutes>())
        {
            routes.Map(app);
        }

        await app.StartAsync();
        return new MailboxHost(app);
    }

    internal async Task<HttpResponseMessage> SendAsync(JsonNode? mail, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/sendgrid/v3/mail/send")
        {
            Content = JsonContent.Create(mail),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "SG.test") },
        };

        return await Http.SendAsync(request, cancellationToken);
    }

    internal async Task<string> TakeAsync(JsonNode? mail = null)
    {
        using var answer = await SendAsync(mail ?? Mail);
        return Assert.Single(answer.Headers.GetValues("X-Message-Id"));
    }

    internal async Task<HttpResponseMessage> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    internal async Task<JsonNode> GetJsonAsync(string path) =>
        JsonNode.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
