using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Benchmarks;

/// <summary>A server that answers <c>/health</c> and does nothing else: what no start of the local host can beat.</summary>
internal static class BareKestrel
{
    /// <summary>The first argument that makes a minimal API of this program, as <c>dotnet new web</c> writes it; the second is the port.</summary>
    public const string Minimal = "minimal";

    /// <summary>The same with Kestrel and routing alone: no settings, no logs, no result to write.</summary>
    public const string Empty = "empty";

    public static Task RunMinimalAsync(string port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        return app.RunAsync();
    }

    public static Task RunEmptyAsync(string port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        builder.Services.AddRouting();
        var app = builder.Build();
        app.MapGet("/health", context => context.Response.WriteAsync("ok"));
        return app.RunAsync();
    }
}
