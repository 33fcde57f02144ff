using System.Globalization;
using LeadFunctions.Desk;
using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>Reads the figures that a digest tells, from where they are kept: evidence of mails, sums of dates, and the leads themselves.</summary>
public sealed class DigestFigures(IEventStore events, IDayCounts days, FirstResponses responses)
{
    /// <summary>Leads of whose alerts some copy did not arrive.</summary>
    /// <param name="from">Told then or later (UTC).</param>
    /// <param name="before">Told before (UTC).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<LeadId>> BouncedAlertsAsync(DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var leads = new SortedSet<uint>();
        await foreach (var hour in events.HoursAsync(from, cancellationToken))
        {
            if (hour.Start >= before)
            {
                break;
            }

            await foreach (var happened in events.OfHourAsync(hour.Start, cancellationToken))
            {
                if (IsBouncedAlert(happened) && happened.At >= from && happened.At < before)
                {
                    leads.Add(happened.Mail.Lead.Value);
                }
            }
        }

        return [.. leads.Select(value => new LeadId(value))];
    }

    /// <summary>What was booked on a date of the clinic.</summary>
    public async Task<DigestBookings> BookingsAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var (all, afterFollowUp) = (0, 0);
        await foreach (var day in days.DaysAsync(date, date, [Dimension.Step], cancellationToken))
        {
            foreach (var (step, counts) in day.Tally.By(Dimension.Step))
            {
                all += counts[Metric.Booked];

                // Step 0 is the confirmation, which is an answer; what comes after it is follow-up.
                afterFollowUp += int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? counts[Metric.Booked] : 0;
            }
        }

        return new(all, afterFollowUp);
    }

    /// <summary>The figures of a week and how soon staff answered.</summary>
    public async Task<DigestWeek> WeekAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var counts = new Counts();
        await foreach (var day in days.DaysAsync(from, to, [Dimension.Total], cancellationToken))
        {
            foreach (var (_, ofTheDay) in day.Tally.By(Dimension.Total))
            {
                counts.Add(ofTheDay);
            }
        }

        return new(from, to, counts, [.. (await responses.ReadAsync(from, to, cancellationToken)).Where(response => response.Week is null)]);
    }

    private static bool IsBouncedAlert(MailEvent happened) =>
        happened is { Mail.Track: Track.Alert, Kind: MailEventKind.Bounced or MailEventKind.Dropped or MailEventKind.Blocked };
}
