namespace LeadFunctions.Leads;

/// <summary>The words for what is told, as receivers and settings know them.</summary>
public static class WebhookEvents
{
    private static readonly (WebhookEvent Event, string Word)[] All =
    [
        (WebhookEvent.LeadCaptured, "lead.captured"),
        (WebhookEvent.LeadStatusChanged, "lead.status_changed"),
        (WebhookEvent.LeadBooked, "lead.booked"),
    ];

    /// <summary>All words, in order.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(one => one.Word)];

    /// <summary>Such as <c>lead.captured</c>.</summary>
    public static string Word(this WebhookEvent told) => All.Single(one => one.Event == told).Word;

    /// <returns>Null for what is none of them; they are compared exactly.</returns>
    public static WebhookEvent? Read(string word) => All.Where(one => one.Word == word).Select(one => (WebhookEvent?)one.Event).FirstOrDefault();

    /// <summary>
    /// What is to be told of a note. Nothing is told of a lead in quarantine: a receiver takes what it hears of for a person to be called, and
    /// probable spam is none until staff have let it out. Then it is told as captured, and the note of that is its release.
    /// </summary>
    public static IEnumerable<WebhookEvent> Of(OutboxNote note, Lead lead)
    {
        if (lead.Quarantined)
        {
            yield break;
        }

        if (note.Kind == OutboxKind.Captured)
        {
            yield return WebhookEvent.LeadCaptured;
        }

        if (note.Kind == OutboxKind.StatusChanged)
        {
            yield return WebhookEvent.LeadStatusChanged;
        }

        if (note is { Kind: OutboxKind.StatusChanged, Status: LeadStatus.Booked })
        {
            yield return WebhookEvent.LeadBooked;
        }
    }
}
