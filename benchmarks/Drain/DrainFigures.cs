namespace LeadFunctions.Benchmarks;

/// <param name="Leads">In each round; an alert and a confirmation for each.</param>
/// <param name="StorageRequests">For each of those mails, scans included.</param>
/// <param name="Busy">Rounds with a provider that answers at once; the floor sends the storage requests alone.</param>
/// <param name="Posts">Likewise; the floor sends the storage requests and posts the mails.</param>
/// <param name="Slow">A round of 5,000 mails with a provider that takes 100 ms for each.</param>
/// <param name="MemoryGrowth">Bytes by which the host grew at most during that round.</param>
/// <param name="Requests">By kind of mail.</param>
internal sealed record DrainFigures(
    int Leads, double StorageRequests, Pairs<Round> Busy, Pairs<Round> Posts, Round Slow, long MemoryGrowth, DrainRequests Requests)
{
    private const int MailsWithSlowProvider = 50;

    public IEnumerable<Row> Rows()
    {
        yield return Row.Share("Drain, mails/s", Busy, round => round.PerSecond, atLeast: 0.7);
        yield return Row.Share("Drain, mails/s, beside its requests and posts", Posts, round => round.PerSecond, atLeast: 0.7);
        yield return new(
            "Drain, mails/s, provider takes 100 ms, 64 at once", Row.Number(Slow.PerSecond), "", "", $">= {MailsWithSlowProvider}", Slow.PerSecond >= MailsWithSlowProvider);
        yield return Row.Only("Drain of 5,000 mails, MB that the host grew", MemoryGrowth / 1e6);
        yield return Row.Plain("Drain, own CPU ms per mail", Busy, round => round.Processor);
        yield return Row.Only("Drain, storage requests per mail, many due", StorageRequests);
        yield return Row.Only("Drain, storage requests per alert", Requests.Alert);
        yield return Row.Only("Drain, storage requests per confirmation", Requests.Confirmation);
        yield return Row.Only("Drain, storage requests per article mail", Requests.Articles);
        yield return Row.Only("Drain, storage requests to look what is due", Requests.Scan);
    }
}
