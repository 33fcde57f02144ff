using System.Security.Cryptography;
using LeadFunctions.Leads;

namespace LeadFunctions.Access;

/// <summary>Somebody's stay in one browser, as its cookie holds it.</summary>
/// <param name="Id">Which: 32 hexadecimal digits. Safe to log.</param>
/// <param name="Member">Whose, with the role that they had.</param>
/// <param name="StartedAt">When they signed in (UTC).</param>
/// <param name="SeenAt">When they last did something (UTC).</param>
public sealed record Session(string Id, StaffMember Member, DateTimeOffset StartedAt, DateTimeOffset SeenAt)
{
    /// <summary>How long it lasts while nothing is done.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>How long it lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const int IdBytes = 16;

    /// <summary>When it ends, whatever is done (UTC).</summary>
    public DateTimeOffset EndsAt => StartedAt + Longest;

    public static Session Start(StaffMember member, DateTimeOffset now) =>
        new(RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true), member, now, now);

    public bool IsOver(DateTimeOffset now) => now - SeenAt > Idle || now > EndsAt;

    /// <summary>Says nothing of whom it belongs to.</summary>
    public override string ToString() => $"session {Id}";
}
