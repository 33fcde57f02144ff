namespace LeadFunctions.Http;

/// <summary>Section <c>Cors</c>: the websites whose pages may show our forms and read our answers.</summary>
public sealed class CorsOptions
{
    public const string Section = "Cors";

    /// <summary>
    /// Origins as browsers write them (RFC 6454, 6.2): scheme, host and, where it is not the usual one, port, such as
    /// <c>https://www.example.com</c>. Our own is always allowed.
    /// </summary>
    public IList<string> Origins { get; } = [];
}
