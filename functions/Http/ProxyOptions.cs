namespace LeadFunctions.Http;

/// <summary>The setting <c>Capture__TrustedProxies</c>, for whoever asks where a request came from; the capture checks it at start.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Capture";

    /// <summary>How many proxies of our own append to X-Forwarded-For; 0 takes the peer's address.</summary>
    public int TrustedProxies { get; set; }
}
