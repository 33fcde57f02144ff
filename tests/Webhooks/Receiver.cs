using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>A system of the clinic: a real web server on this machine that keeps what it gets and answers as told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> received = [];
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>Answers; 204 unless told otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => Status(context, StatusCodes.Status204NoContent);

    public IReadOnlyList<Received> All => [.. received];

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hooks?token=canary-of-the-address";

    public int Port => new Uri(Url).Port;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new Receiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public void AnswerWith(int status, params (string Name, string Value)[] headers) => Answer = context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Status(context, status);
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key.ToUpperInvariant().ToLowerInvariant(), header => header.Value.ToString());
        var head = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n{string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}"))}";
        received.Enqueue(new(head, headers, body.ToArray()));
        await Answer(context);
    }
}
