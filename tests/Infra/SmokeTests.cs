using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Infra;

/// <summary><c>infra/smoke.sh</c>, which every deployment ends with, against the local host.</summary>
public sealed class SmokeTests
{
    [Fact]
    public async Task Every_route_answers_as_a_deployment_wants_it_and_nothing_is_stored()
    {
        await using var app = await HostedApp.StartAsync();

        var (exitCode, output) = await NodeProgram.RunAsync("infra/smoke.mjs", app.Client.BaseAddress!.ToString());

        Assert.Equal((0, ""), (exitCode, exitCode == 0 ? "" : output));
        Assert.Contains("0 answers wrong", output, StringComparison.Ordinal);
        Assert.Empty(app.Leads.Leads);
    }

    [Fact]
    public async Task A_storage_that_is_away_is_told()
    {
        await using var app = await HostedApp.StartAsync();
        app.Leads.IsAway = true;

        var (exitCode, output) = await NodeProgram.RunAsync("infra/smoke.mjs", app.Client.BaseAddress!.ToString());

        Assert.Equal(1, exitCode);
        Assert.Contains("GET /health/ready (Readiness): 503, not 200.", output, StringComparison.Ordinal);
    }
}
