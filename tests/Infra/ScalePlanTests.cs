using LeadFunctions.FollowUp;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Infra;

/// <summary>The arithmetic in the operations guide is that of the program beside it, and its constants are the app's.</summary>
public sealed class ScalePlanTests
{
    [Fact]
    public async Task The_guide_shows_what_the_program_prints()
    {
        var (exitCode, output) = await NodeProgram.RunAsync("docs/scale.mjs");

        Assert.Equal(0, exitCode);
        Assert.Contains(output.Trim(), InfraFiles.Read("docs", "operations.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_counts_with_the_constants_of_the_app()
    {
        var program = InfraFiles.Read("docs", "scale.mjs");

        Assert.Contains($"const shards = {Shard.All.Count};", program, StringComparison.Ordinal);
        Assert.Contains($"const mailsAtOnce = {new FollowUpOptions().MailsAtOnce};", program, StringComparison.Ordinal);
    }
}
