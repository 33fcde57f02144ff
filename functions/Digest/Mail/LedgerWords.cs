using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>The books of a date in one line, each sign telling whether the two sides are as many, and what is missing by name.</summary>
/// <param name="ledger">The books.</param>
/// <param name="date">The date.</param>
/// <param name="named">Leads in words: by number, or by reference where that may be told.</param>
internal sealed class LedgerWords(LeadLedger ledger, DateOnly date, Func<IReadOnlyCollection<LeadId>, string, string, string, string> named)
{
    public IEnumerable<DigestRemark> Remarks => ledger.Received.Count + ledger.Stored.Count == 0 ? [] :
    [
        new(DigestText.Ledger.With(SpokenTime.Date(date), Line)),
        .. Missing(ledger.Lost, DigestText.LostOne, DigestText.LostMany, DigestText.LostOf),
        .. Missing(ledger.Unaccounted, DigestText.UnaccountedOne, DigestText.UnaccountedMany, DigestText.UnaccountedOf),
        .. Missing(ledger.NotAlerted, DigestText.NotAlertedOne, DigestText.NotAlertedMany, DigestText.NotAlertedOf),
        .. Missing(ledger.NotInFollowUp, DigestText.NotInFollowUpOne, DigestText.NotInFollowUpMany, DigestText.NotInFollowUpOf),
    ];

    private string Line
    {
        get
        {
            var shown = ledger.Stored.Where(lead => !lead.Quarantined).ToList();
            var alerted = shown.Count(lead => ledger.Alerted.Contains(lead.Id));
            var inFollowUp = shown.Count(lead => lead.Email is not null && ledger.InFollowUp.Contains(lead.Id));
            return string.Concat(
                DigestText.LedgerReceived.With(ledger.Received.Count),
                Sign(ledger.Lost.Count + ledger.Unaccounted.Count == 0),
                DigestText.LedgerStored.With(ledger.Stored.Count),
                Sign(ledger.NotAlerted.Count == 0),
                DigestText.LedgerAlerted.With(alerted) + Plus(ledger.HeldBack, DigestText.LedgerHeld),
                Sign(ledger.NotInFollowUp.Count == 0),
                DigestText.LedgerInFollowUp.With(inFollowUp) + Plus(ledger.HeldBack, DigestText.LedgerHeld) + Plus(ledger.WithoutAddress, DigestText.LedgerWithoutAddress));
        }
    }

    private IEnumerable<DigestRemark> Missing(IReadOnlyList<LeadId> leads, string one, string many, string of) =>
        leads.Count == 0 ? [] : [new(named(leads, one, many, of))];

    private static string Sign(bool isSo) => isSo ? " = " : " ≠ ";

    private static string Plus(int count, string words) => count == 0 ? "" : $" + {words.With(count)}";
}
