using System.Globalization;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Commands;

/// <summary>
/// <c>--calendar</c>: prints what somebody would get, when and why, and ends. It decides with the very rules of the drain, and needs neither storage
/// nor a port.
/// </summary>
internal static class CalendarCommand
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The calendar as people read it.</summary>
    /// <exception cref="LocalHostException">What is asked for is not in the content: the message says what is.</exception>
    /// <exception cref="ContentException">The content cannot be used.</exception>
    public static string Run(CalendarWish wish, IReadOnlyList<string> settingsFiles)
    {
        using var services = Services(settingsFiles);
        var language = Language.All.FirstOrDefault(known => known.Code == wish.Language)
            ?? throw new LocalHostException($"--language needs one of {Known(Language.All.Select(known => known.Code))}.");
        var lead = LeadOf(wish, language, services);
        var kind = wish.Kind == "call" ? LeadKind.Call : LeadKind.Appointment;
        language.Speak();
        return CalendarText.Of(
            lead,
            services.GetRequiredService<SequenceLibrary>().For(kind),
            services.GetRequiredService<SequenceCalendar>().Of(lead, new(wish.Clicked)),
            services.GetRequiredService<ClinicTime>(),
            wish.Clicked);
    }

    private static ServiceProvider Services(IReadOnlyList<string> settingsFiles)
    {
        return new ServiceCollection().AddSingleton(LocalSettings.Of(settingsFiles)).AddClinic().AddArticles().AddSequences().BuildServiceProvider();
    }

    private static Lead LeadOf(CalendarWish wish, Language language, ServiceProvider services)
    {
        Check("--calendar", [wish.Kind], SequenceLibrary.Kinds);
        Check("--concerns", wish.Concerns, services.GetRequiredService<ConcernCatalogue>().All.Select(concern => concern.Id));
        Check("--article", wish.Article is { } article ? [article] : [], services.GetRequiredService<ArticleCatalogue>().All.Select(known => known.Slug));
        return SampleLead.Of(wish.Kind == "call" ? LeadKind.Call : LeadKind.Appointment, language, wish.Concerns, From(wish, services.GetRequiredService<ClinicTime>())) with
        {
            Source = new() { Article = wish.Article },
        };
    }

    private static DateTimeOffset From(CalendarWish wish, ClinicTime time)
    {
        if (wish.From is null)
        {
            return TimeProvider.System.GetUtcNow();
        }

        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm"];
        return DateTime.TryParseExact(wish.From, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? time.FirstInstant(DateOnly.FromDateTime(local), wish.From.Contains('T', StringComparison.Ordinal) ? TimeOnly.FromDateTime(local) : Noon)
            : throw new LocalHostException("--from needs a date such as 2026-03-01, or a date and time such as 2026-03-01T14:30, on the clinic's clock.");
    }

    private static void Check(string option, IEnumerable<string> given, IEnumerable<string> known)
    {
        if (given.Except(known).Any())
        {
            throw new LocalHostException($"{option} needs some of {Known(known)}.");
        }
    }

    private static string Known(IEnumerable<string> known) => string.Join(", ", known);
}
