namespace LeadFunctions.Benchmarks;

/// <param name="Leads">In each round; an alert and a confirmation for each.</param>
/// <param name="StorageRequests">For each of those mails, scans included.</param>
/// <param name="Busy">Rounds with a provider that answers at once.</param>
/// <param name="Slow">A round with a provider that takes 100 ms for each mail.</param>
/// <param name="Requests">By kind of mail.</param>
internal sealed record DrainFigures(int Leads, double StorageRequests, Pairs<Round> Busy, Round Slow, DrainRequests Requests)
{
    private const int MailsWithSlowProvider = 50;

    public IEnumerable<Row> Rows()
    {
        yield return Row.Share("Drain, mails/s", Busy, round => round.PerSecond, atLeast: 0.7);
        yield return new(
            "Drain, mails/s, provider takes 100 ms", Row.Number(Slow.PerSecond), "", "", $">= {MailsWithSlowProvider}", Slow.PerSecond >= MailsWithSlowProvider);
        yield return Row.Plain("Drain, own CPU ms per mail", Busy, round => round.Processor);
        yield return Row.Only("Drain, storage requests per alert", Requests.Alert);
        yield return Row.Only("Drain, storage requests per confirmation", Requests.Confirmation);
        yield return Row.Only("Drain, storage requests per article mail", Requests.Articles);
        yield return Row.Only("Drain, storage requests to look what is due", Requests.Scan);
    }
}
