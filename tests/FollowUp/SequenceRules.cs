using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>The rules of a sequence that a test makes up, with the sample's articles.</summary>
internal sealed class SequenceRules : IDisposable
{
    public static readonly SendWindow Daytime = new(SendWindow.Always.Days, [new(TimeSpan.FromHours(8), TimeSpan.FromHours(20))]);

    private readonly ServiceProvider services = EditedContent.Services();

    public VisitorRules Of(ClinicTime time, params Sequence[] versions) =>
        new(Library(versions), services.GetRequiredService<ArticleMatcher>(), services.GetRequiredService<ArticleCatalogue>(), time);

    public VisitorRules OfHipaa(ClinicTime time, params Sequence[] versions) => new(
        Library(versions),
        services.GetRequiredService<ArticleMatcher>(),
        services.GetRequiredService<ArticleCatalogue>(),
        time,
        Options.Create(new ComplianceOptions { Mode = "Hipaa" }));

    public SequenceCalendar CalendarOf(ClinicTime time, params Sequence[] versions) => new(Of(time, versions), Library(versions));

    public static ClinicTime Time(string zone = "America/Los_Angeles") => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>A step some days later at nine, with one article.</summary>
    public static SequenceStep Step(int number, int days) => new(number, TimeSpan.FromDays(days), 1, new TimeOnly(9, 0)) { Window = Daytime, Latest = TimeSpan.FromDays(3) };

    /// <summary>The work of a step as it is when it comes up.</summary>
    public static DueWork Work(Lead lead, int step, DateTimeOffset? latest = null) => new()
    {
        Key = new(lead.Id, Track.Visitor, step),
        Lead = lead.Handle,
        Kind = lead.Kind,
        Contact = lead.Contact,
        DueAt = lead.CapturedAt,
        LatestAt = latest,
        SequenceVersion = 1,
    };

    public static Contact Person(Lead lead) => new() { Key = lead.Contact, LatestLead = lead.Id };

    public void Dispose() => services.Dispose();

    private static SequenceLibrary Library(IReadOnlyList<Sequence> versions) => new(SequenceLibrary.Kinds.ToDictionary(kind => kind, _ => versions));
}
