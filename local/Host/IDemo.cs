namespace LeadFunctions.Local;

/// <summary>Fills a running host with something to look at, for <c>--demo</c>.</summary>
public interface IDemo
{
    /// <summary>Plays the demo to its end.</summary>
    Task RunAsync(LocalHost host, CancellationToken cancellationToken);
}
