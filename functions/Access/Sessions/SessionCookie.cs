using System.Buffers.Text;
using System.Globalization;
using System.Text;
using LeadFunctions.Leads;

namespace LeadFunctions.Access;

/// <summary>The text of a session's cookie: encrypted and signed, so that nobody reads or changes it on the way.</summary>
public sealed class SessionCookie(SessionKeys keys)
{
    private const int LongestText = 2048;

    /// <exception cref="LeadStoreUnavailableException">The keys cannot be read.</exception>
    public string Write(Session session)
    {
        var text = string.Join(
            '\n',
            session.Id,
            session.StartedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
            session.SeenAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
            session.Member.ToText());
        return Base64Url.EncodeToString(keys.Protect(Encoding.UTF8.GetBytes(text)));
    }

    /// <returns>The session, however old, or null when the text is not ours.</returns>
    /// <exception cref="LeadStoreUnavailableException">The keys cannot be read.</exception>
    public Session? Read(string? text)
    {
        if (text is not { Length: > 0 and <= LongestText } || !Base64Url.IsValid(text))
        {
            return null;
        }

        // More than one text can decode to the same bytes; only the one that we wrote is ours.
        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text && keys.Unprotect(bytes) is { } content ? Parse(Encoding.UTF8.GetString(content)) : null;
    }

    private static Session? Parse(string text) =>
        text.Split('\n') is [var id, var started, var seen, var somebody]
        && TryReadTime(started, out var startedAt)
        && TryReadTime(seen, out var seenAt)
        && StaffMember.TryParse(somebody, out var member)
            ? new(id, member, startedAt, seenAt)
            : null;

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        var isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        time = isTime ? new(ticks, TimeSpan.Zero) : default;
        return isTime;
    }
}
