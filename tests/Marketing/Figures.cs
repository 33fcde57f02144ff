using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Marketing;

/// <summary>Figures as the app makes them: what is known of leads is kept, counted and summed up.</summary>
internal static class Figures
{
    private const string Article = "000000000000000a";

    /// <summary>Keeps and counts so many leads of which the same is known.</summary>
    public static async Task AddAsync(HostedApp app, int count, Func<int, LeadFacts> facts, Func<int, IEnumerable<MailEvent>>? evidence = null)
    {
        for (var number = 0; number < count; number++)
        {
            var lead = LeadId.New(new(number % Shard.Count));
            foreach (var happened in evidence?.Invoke(number) ?? [])
            {
                await app.Events.KeepAsync([happened with { Mail = new(lead, Track.Visitor, happened.Mail.Step) }], default);
            }

            await app.Events.Statistics.KeepAsync(lead, facts(number), default);
            await app.Events.Statistics.CountAsync(lead, default);
        }

        await app.Get<RollupHandler>().HandleAsync(default);
    }

    public static LeadFacts Facts(DateTimeOffset at, string concern = "anxiety", string page = "/contact", DateTimeOffset? bookedAt = null) => new()
    {
        Captured = new() { At = at, Kind = LeadKind.Appointment, Language = "en", Concerns = [concern], Page = page, FirstPage = page },
        Sent = [new(0, at.AddMinutes(1), "appointment.2", []), new(1, at.AddDays(1), "appointment.2", [new("anxiety-treatment-options", Article)])],
        Statuses = bookedAt is { } booked ? [new(LeadStatus.Booked, booked)] : [],
    };

    public static MailEvent Delivered(DateTimeOffset at, int step = 1) => AnEvent.Of(MailEventKind.Delivered, AnEvent.Mail(step), at);

    public static MailEvent Clicked(DateTimeOffset at, int step = 1) =>
        AnEvent.Of(MailEventKind.Clicked, AnEvent.Mail(step), at) with { Agent = AgentClass.Browser, Fetch = LinkFetch.Get, Link = Article };

    public static MailEvent OpenedByProgram(DateTimeOffset at, int step = 1) => AnEvent.Of(MailEventKind.Opened, AnEvent.Mail(step), at) with { Agent = AgentClass.PrivacyProxy };
}
