using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.Leads;

/// <summary>Names one message to one endpoint: whoever writes it out again, from the same fact, writes the same message.</summary>
/// <param name="Lead">The lead that is told of.</param>
/// <param name="At">When it happened (UTC).</param>
/// <param name="Event">What happened.</param>
/// <param name="Endpoint">Who is told.</param>
public readonly record struct WebhookKey(LeadId Lead, DateTimeOffset At, WebhookEvent Event, EndpointId Endpoint)
{
    private const int IdBytes = 16;
    private const int LeadDigits = 8;
    private const int TickDigits = 19;

    /// <summary>
    /// What receivers know the message by (<c>webhook-id</c>): the same for every try, every replay and every endpoint, so that a repeat is
    /// known as one. It grants nothing and tells nothing.
    /// </summary>
    public string MessageId => $"msg_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"webhook~{Fact}")).AsSpan(0, IdBytes))}";

    private string Fact => string.Create(CultureInfo.InvariantCulture, $"{Lead}~{At.UtcTicks:D19}~{(int)Event}");

    /// <summary>Hexadecimal digits and <c>~</c>: safe in keys and logs.</summary>
    public override string ToString() => $"{Fact}~{Endpoint}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebhookKey? key)
    {
        key = (text ?? "").Split('~') is [{ Length: LeadDigits } lead, { Length: TickDigits } at, [>= '0' and <= '9' and var told], { Length: LeadDigits } endpoint]
            && uint.TryParse(lead, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && Enum.IsDefined((WebhookEvent)(told - '0'))
            && endpoint.All(char.IsAsciiHexDigitLower)
                ? new(new(id), new(ticks, TimeSpan.Zero), (WebhookEvent)(told - '0'), new(endpoint))
                : null;
        return key is not null;
    }
}
