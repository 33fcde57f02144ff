using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Benchmarks;

/// <summary>The least program that answers <c>/health</c> on Kestrel: what no start of the local host can beat.</summary>
internal static class BareKestrel
{
    /// <summary>The first argument that makes this program of it; the second is the port.</summary>
    public const string Mode = "kestrel";

    public static Task RunAsync(string port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        builder.Services.AddRouting();
        var app = builder.Build();
        app.UseRouting();
        app.MapGet("/health", context => context.Response.WriteAsync("ok"));
        return app.RunAsync();
    }
}
