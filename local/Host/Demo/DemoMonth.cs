using Azure.Data.Tables;
using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Demo;

/// <summary>
/// Lives through the month before now: sets the clock back, lets people come, and runs the timers when they would have run. Everything
/// goes through the app, so that the mailbox and the tables look as they do after a month of work.
/// </summary>
/// <param name="seed">From the same one come the same people.</param>
/// <param name="output">Where it says what it made.</param>
internal sealed class DemoMonth(int seed, TextWriter output)
{
    private const string Drain = "Drain";
    private const string StaffDigest = "StaffDigest";
    private const string StatsRollup = "StatsRollup";

    /// <summary>How long a month is here.</summary>
    public const int Days = 30;

    private static readonly TimeSpan Length = TimeSpan.FromDays(Days);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <exception cref="LocalHostException">There is data already, or the app does not take the leads.</exception>
    public async Task RunAsync(LocalHost host, CancellationToken cancellationToken)
    {
        var mailbox = MailboxOf(host);
        if (host.Clock.Offset != TimeSpan.Zero || mailbox.Messages.Count > 0 || await HasRowsAsync(host, cancellationToken))
        {
            throw new LocalHostException("The demo needs empty data, and here is some: add --fresh to throw it away, or --data DIR for another place.");
        }

        await output.WriteLineAsync("Making up a month of leads.");
        var end = host.Clock.GetUtcNow();
        host.Clock.SetBack(Length);
        var start = host.Clock.GetUtcNow();

        var visits = Book(host).Between(start, end);
        var unsubscribed = await LiveAsync(host, visits, start, end, cancellationToken);
        await output.WriteLineAsync(
            $"Since {start:yyyy-MM-dd} came {visits.Count(visit => visit.Lead.Kind == "appointment")} requests for appointments and "
                + $"{visits.Count(visit => visit.Lead.Kind == "call")} for calls; {mailbox.Messages.Count} mails went out, {unsubscribed} people unsubscribed.");
    }

    private static Mailbox.Mailbox MailboxOf(LocalHost host) => host.Services.GetRequiredService<Mailbox.Mailbox>();

    private static async Task<bool> HasRowsAsync(LocalHost host, CancellationToken cancellationToken)
    {
        var table = host.Services.GetRequiredService<TableClient>();

        // What begins with a digit is the app's own: keys, and nothing of anybody.
        await using var rows = table.QueryAsync<TableEntity>("PartitionKey ge 'a'", maxPerPage: 1, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        return await rows.MoveNextAsync();
    }

    private VisitBook Book(LocalHost host) => new(host.Services.GetRequiredService<ClinicProfile>().Time, seed);

    private async Task<int> LiveAsync(
        LocalHost host, IReadOnlyList<Visit> visits, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        using var door = new FrontDoor(host);
        var unsubscribed = new HashSet<string>();
        var told = new HashSet<string>();
        var people = visits.SelectMany(visit => new Happening[]
        {
            new(visit.At, () => door.SendAsync(visit.Lead, cancellationToken)),
            new(NextMinute(visit.At), DrainAsync),
            new(visit.LeavesAt ?? DateTimeOffset.MaxValue, () => UnsubscribeAsync(visit.Lead.Email!)),
        });
        var timers = Ticks(host, start, end).Select(tick => new Happening(tick.At, () => host.RunAsync(tick.Function, cancellationToken)));

        // Figures are counted from the newest lead on that they know: once before there is any, and once when all are there.
        await host.RunAsync(StatsRollup, cancellationToken);
        foreach (var happening in people.Concat(timers).Where(happening => happening.At > start && happening.At < end).OrderBy(happening => happening.At))
        {
            WaitUntil(host.Clock, happening.At);
            await happening.Play();
        }

        // Back in the present; a tick of the drain sends what the last minutes brought.
        host.Clock.Advance(-host.Clock.Offset);
        await DrainAsync();
        await new FrontDesk(seed).WorkAsync(host, end, cancellationToken);
        await CountAsync(host, cancellationToken);
        return unsubscribed.Count;

        // Every alert arrives, and the provider says so: otherwise each would go to the next contact.
        async Task DrainAsync()
        {
            await host.RunAsync(Drain, cancellationToken);
            foreach (var mail in MailboxOf(host).Messages.TakeWhile(mail => told.Add(mail.Id)).Where(FrontDoor.IsToStaff).ToList())
            {
                await door.TellArrivedAsync(mail, cancellationToken);
            }
        }

        async Task UnsubscribeAsync(string email)
        {
            var newest = MailboxOf(host).Messages.FirstOrDefault(mail => FrontDoor.OffersToUnsubscribe(mail, email));
            if (newest is not null && await door.TryUnsubscribeAsync(newest, cancellationToken))
            {
                unsubscribed.Add(email);
            }
        }
    }

    // A run ends after 45 seconds, and the next goes on.
    private static async Task CountAsync(LocalHost host, CancellationToken cancellationToken)
    {
        var days = host.Services.GetRequiredService<IDayCounts>();
        do
        {
            await host.RunAsync(StatsRollup, cancellationToken);
        }
        while (await days.ChangedHoursAsync(cancellationToken).AnyAsync(cancellationToken));
    }

    /// <summary>The ticks of timers that find something to do: the digest's each morning, the drain's when articles are due.</summary>
    private IEnumerable<(DateTimeOffset At, string Function)> Ticks(LocalHost host, DateTimeOffset start, DateTimeOffset end)
    {
        var clinic = host.Services.GetRequiredService<ClinicProfile>();
        var sequences = host.Services.GetRequiredService<SequenceLibrary>();
        var times = SequenceLibrary.Kinds.SelectMany(kind => sequences[kind].Steps).Select(step => step.At).OfType<TimeOnly>().Distinct().ToList();
        return Book(host).Dates(start, end).SelectMany(date => times
            .Select(time => (clinic.Time.FirstInstant(date, time), Drain))
            .Append((clinic.Time.FirstInstant(date, clinic.DigestAt), StaffDigest)));
    }

    private static void WaitUntil(MovableClock clock, DateTimeOffset moment)
    {
        if (moment - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            clock.Advance(wait);
        }
    }

    private static DateTimeOffset NextMinute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % Minute.Ticks) + Minute.Ticks, TimeSpan.Zero);

    private sealed record Happening(DateTimeOffset At, Func<Task> Play);
}
