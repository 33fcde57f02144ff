using System.Globalization;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Digest;

/// <summary>Brings the digest of a date to each member who has not got it.</summary>
public sealed partial class DigestRound(
    ILeadStore leads, StaffDirectory staff, LeadKeys keys, DigestMail mail, IEmailSender email, ILogger<DigestRound> logger)
{
    private const int MemberDigits = 12;

    /// <param name="content">What it tells.</param>
    /// <param name="news">What is remembered as told, once the first has it.</param>
    /// <param name="before">Who has it already.</param>
    /// <returns>How many have it now, and whether those are all.</returns>
    public async Task<(int Receivers, bool IsComplete)> SendAsync(DigestContent content, DigestNews news, IReadOnlyCollection<string> before)
    {
        var receivers = before.ToHashSet(StringComparer.Ordinal);
        var waiting = staff.AlertedMembers.Select(member => (Member: member, Key: keys.Member(member.Address))).Where(one => !receivers.Contains(one.Key)).ToList();
        foreach (var (member, key) in waiting)
        {
            if (receivers.Contains(key))
            {
                continue;
            }

            var message = await mail.ComposeAsync(content, member, SendIdOf(content.Date, key));
            var outcome = await email.SendAsync(message, CancellationToken.None);
            if (outcome is SendOutcome.Accepted)
            {
                receivers.Add(key);
                await leads.HoldDigestAsync(content.Date, news.ToHold([.. receivers]), CancellationToken.None);
                continue;
            }

            LogNotAccepted(content.Date, message.SendId, outcome.GetType().Name);
            if (outcome is SendOutcome.Misconfigured)
            {
                break;
            }
        }

        return (receivers.Count, waiting.TrueForAll(one => receivers.Contains(one.Key)));
    }

    // A member's own, and the same with every try: a provider that knows its names again does not deliver it twice.
    private static string SendIdOf(DateOnly date, string member) => "digest" + date.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + member[..MemberDigits];

    [LoggerMessage(LogLevel.Error, "The digest of {Date} was not accepted for one member (mail {Mail}: {Outcome}); it is tried again.")]
    private partial void LogNotAccepted(DateOnly date, string mail, string outcome);
}
