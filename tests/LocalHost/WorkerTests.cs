using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public sealed class WorkerTests
{
    [Fact]
    public async Task The_worker_starts_under_a_Functions_host_only()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(TimeProvider.System);
        using var worker = builder.Build();

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => worker.StartAsync());

        Assert.Contains("HostEndpoint", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_is_built_once()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        using var worker = builder.Build();

        Assert.Throws<InvalidOperationException>(builder.Build);
    }
}
