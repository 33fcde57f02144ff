namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which attempt a run is.</summary>
public abstract class RetryContext
{
    /// <summary>How often the same event was tried before.</summary>
    public abstract int RetryCount { get; }

    /// <summary>How often it will be tried again at most.</summary>
    public abstract int MaxRetryCount { get; }
}
