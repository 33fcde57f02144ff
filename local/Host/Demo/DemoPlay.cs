namespace LeadFunctions.Local.Demo;

/// <summary>The month before now with all its mails, then the figures of the year before it, while everything is in use already.</summary>
internal sealed class DemoPlay(DemoMonth month, DemoYear year) : IDemo
{
    public async Task RunAsync(LocalHost host, CancellationToken cancellationToken)
    {
        await month.RunAsync(host, cancellationToken);
        await year.RunAsync(host, cancellationToken);
    }
}
