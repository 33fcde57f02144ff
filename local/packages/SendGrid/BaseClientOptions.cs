using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where requests go, and as whom.</summary>
public class BaseClientOptions
{
    /// <summary>Headers added to every request.</summary>
    public Dictionary<string, string>? RequestHeaders { get; set; } = [];

    /// <summary>The address that paths are appended to.</summary>
    public string? Host { get; set; }

    /// <summary>The version of the API, the first segment of every path.</summary>
    public string? Version { get; set; } = "v3";

    /// <summary>The path used when a request names none.</summary>
    public string? UrlPath { get; set; }

    /// <summary>The Authorization header of every request.</summary>
    public AuthenticationHeaderValue? Auth { get; set; }
}
