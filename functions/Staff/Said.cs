using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Staff;

/// <summary>What the pages for staff call things, in the language that is spoken now.</summary>
internal static class Said
{
    public static string Status(LeadStatus status) => status switch
    {
        LeadStatus.New => StaffText.StatusNew,
        LeadStatus.Contacted => StaffText.StatusContacted,
        LeadStatus.Booked => StaffText.StatusBooked,
        LeadStatus.Closed => StaffText.StatusClosed,
        _ => StaffText.StatusSpam,
    };

    public static string Answers(AnswerTimes times)
    {
        var kind = times.Kind == LeadKind.Call ? StaffText.AnswersCalls : StaffText.AnswersAppointments;
        return times is { IsTold: true, Median: { } median, NinetiethPercentile: { } most }
            ? StaffText.AnswersTimes.With(kind, SpokenTime.Length(median), SpokenTime.Length(most))
            : StaffText.AnswersTooFew.With(kind);
    }

    public static string Kind(LeadKind kind) => kind == LeadKind.Call ? StaffText.KindCall : StaffText.KindAppointment;

    public static string By(ContactBy by) => by switch
    {
        ContactBy.Phone => StaffText.ByPhone,
        ContactBy.Text => StaffText.ByText,
        _ => StaffText.ByEmail,
    };

    public static string Visit(Visit visit) => visit switch
    {
        Leads.Visit.InPerson => StaffText.VisitInPerson,
        Leads.Visit.Telehealth => StaffText.VisitTelehealth,
        _ => StaffText.VisitEither,
    };

    public static string Time(PreferredTime time) => StaffText.DayAndPart.With(
        PreferredTime.DateOf(time.Day) is { } date ? SpokenTime.Date(date)
        : PreferredTime.WeekdayOf(time.Day) is { } weekday ? SpokenTime.Weekday(weekday)
        : StaffText.DayAny,
        time.Part switch
        {
            PartOfDay.Morning => StaffText.PartMorning,
            PartOfDay.Afternoon => StaffText.PartAfternoon,
            PartOfDay.Evening => StaffText.PartEvening,
            _ => StaffText.PartAny,
        });

    public static string Suppression(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Unsubscribed => StaffText.SuppressedUnsubscribed,
        SuppressionReason.Bounced => StaffText.SuppressedBounced,
        _ => StaffText.SuppressedComplained,
    };

    /// <summary>What each consent is called that was given, with the wording that was shown.</summary>
    public static IEnumerable<string> Consents(Consent consent)
    {
        if (consent.ArticlesWording is { } articles)
        {
            yield return StaffText.ConsentArticles.With(articles);
        }

        if (consent.CallsWording is { } calls)
        {
            yield return StaffText.ConsentCalls.With(calls);
        }

        if (consent.TextsWording is { } texts)
        {
            yield return StaffText.ConsentTexts.With(texts);
        }
    }

    /// <summary>Which mail it is, inside of a lead.</summary>
    public static string Mail(SendKey mail) =>
        mail.Track == Track.Alert ? StaffText.MailAlert
        : mail.Track == Track.Promise ? StaffText.MailReminder
        : mail.Step == 0 ? StaffText.MailConfirmation
        : StaffText.MailArticles.With(mail.Step);

    public static string Send(SendRecord send) => send switch
    {
        { Result: SendResult.Accepted, Key.Track: Track.Alert, Reason: not null } => StaffText.HappenedPassedOn.With(Mail(send.Key)),
        { Result: SendResult.Accepted } => StaffText.HappenedSent.With(Mail(send.Key)),
        { Result: SendResult.NotArrived } => StaffText.HappenedNotArrived.With(Mail(send.Key)),
        _ => StaffText.HappenedNotSent.With(Mail(send.Key), Reason(send.Result)),
    };

    public static string Deed(TimelineDeed deed) => deed.Kind switch
    {
        TimelineKind.StatusChanged => StaffText.DeedStatus.With(Status(deed.To ?? LeadStatus.New), Status(deed.From ?? LeadStatus.New)),
        TimelineKind.Noted => StaffText.DeedNoted,
        TimelineKind.Assigned => deed.Text is { } who ? StaffText.DeedAssigned.With(who) : StaffText.DeedGivenBack,
        TimelineKind.Called => deed.Call switch
        {
            CallResult.Reached => StaffText.DeedCalledReached,
            CallResult.LeftMessage => StaffText.DeedCalledLeftMessage,
            _ => StaffText.DeedCalledNoAnswer,
        },
        TimelineKind.Released => StaffText.DeedReleased,
        TimelineKind.ArticlesReleased => StaffText.DeedArticlesReleased,
        TimelineKind.FollowUpPaused => StaffText.DeedPaused,
        TimelineKind.FollowUpResumed => StaffText.DeedResumed,
        TimelineKind.MailPutBack => StaffText.DeedPutBack.With(MailOf(deed)),
        TimelineKind.MailSetAside => StaffText.DeedSetAside.With(MailOf(deed)),
        _ => StaffText.DeedViewed,
    };

    public static string Actor(StaffActor actor) => actor.Through switch
    {
        StaffDoor.Key => StaffText.ByApi,
        StaffDoor.MailLink => StaffText.ByMail.With(actor.Name),
        _ => StaffText.By.With(actor.Name),
    };

    /// <summary>Why a mail was given up.</summary>
    public static string GivenUp(DeadLetter letter) => letter.Reason switch
    {
        DeadLetter.NoWord => StaffText.GivenUpNoWord,
        DeadLetter.NotMade => StaffText.GivenUpNotMade,
        DeadLetter.NotArrived => StaffText.GivenUpNotArrived,
        var told => StaffText.GivenUpRefused.With(told),
    };

    private static string MailOf(TimelineDeed deed) => SendKey.TryParse(deed.Text ?? "") is { } mail ? Mail(mail) : "";

    private static string Reason(SendResult result) => result switch
    {
        SendResult.Suppressed => StaffText.NotSentSuppressed,
        SendResult.Capped => StaffText.NotSentCapped,
        SendResult.Superseded => StaffText.NotSentSuperseded,
        SendResult.Finished => StaffText.NotSentFinished,
        SendResult.NothingLeft => StaffText.NotSentNothingLeft,
        SendResult.Late => StaffText.NotSentLate,
        SendResult.Skipped => StaffText.NotSentSkipped,
        SendResult.Revoked => StaffText.NotSentRevoked,
        SendResult.Refused => StaffText.NotSentRefused,
        _ => StaffText.NotSentDeadLetter,
    };
}
