using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Benchmarks;

/// <summary>A mail provider that takes every mail and keeps none but the last, so that the drain is measured and not the mailbox.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private int taken;

    private MailSink()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Where mails are posted.</summary>
    public Uri Post => new(Address, "v3/mail/send");

    /// <summary>The last mail that it took, as it was posted.</summary>
    public byte[] LastMail { get; private set; } = [];

    /// <summary>How long it thinks about each mail.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many mails it took since it was last asked to count anew.</summary>
    public int Taken => Volatile.Read(ref taken);

    public static async Task<MailSink> StartAsync()
    {
        var sink = new MailSink();
        await sink.app.StartAsync();
        return sink;
    }

    public void CountAnew() => Volatile.Write(ref taken, 0);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var mail = new MemoryStream();
        await context.Request.Body.CopyToAsync(mail);
        LastMail = mail.ToArray();
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay);
        }

        var number = Interlocked.Increment(ref taken);
        context.Response.Headers["X-Message-Id"] = $"taken{number}";
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
