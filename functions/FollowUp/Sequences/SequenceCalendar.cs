using LeadFunctions.Articles;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>One line of a calendar: what becomes of a step.</summary>
/// <param name="Step">0 for the confirmation.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Result">What: a mail that leaves is <see cref="SendResult.Accepted"/>.</param>
/// <param name="Reason">Why a step is skipped, as in <see cref="SendRecord.Reason"/>.</param>
/// <param name="Articles">What it brings.</param>
public sealed record CalendarEntry(int Step, DateTimeOffset At, SendResult Result, string? Reason, IReadOnlyList<ArticleMatch> Articles)
{
    /// <summary>In which way the step is written that somebody gets; null where there is one way.</summary>
    public StepVariant? Variant { get; init; }
}

/// <summary>
/// Lives through the follow-up of a lead ahead of time: every step is decided as it would be when it comes up, on the facts as they would be
/// then, if every mail is taken and nobody does anything but what is said.
/// </summary>
public sealed class SequenceCalendar(VisitorRules rules, SequenceLibrary sequences)
{
    // Each step may wait for its window and for the person's rest; none waits so often.
    private const int MostTurns = 1000;

    /// <summary>All of a lead's mails, in the order in which they leave.</summary>
    /// <param name="lead">The lead; the only one of its person.</param>
    /// <param name="facts">What the person is taken to have done, from the beginning.</param>
    public IReadOnlyList<CalendarEntry> Of(Lead lead, StepFacts facts)
    {
        var entries = new List<CalendarEntry>();
        var contact = new Contact { Key = lead.Contact, LatestLead = lead.Id };
        var work = lead.FirstWork().FirstOrDefault(first => first.Key.Track == Track.Visitor);
        for (var turn = 0; work is not null && turn < MostTurns; turn++)
        {
            var now = work.DueAt;
            switch (rules.Decide(work, lead, contact, now, facts))
            {
                case Decision.Send send:
                    entries.Add(new(work.Key.Step, now, SendResult.Accepted, Reason: null, Chosen(send.Work, lead, contact)) { Variant = VariantOf(send.Work, lead) });
                    contact = send.Contact ?? contact;
                    work = rules.Next(send.Work, lead);
                    break;
                case Decision.Pass pass:
                    if (pass.Move.Record is { } record)
                    {
                        entries.Add(new(work.Key.Step, now, record.Result, record.Reason, []));
                    }

                    contact = pass.Move.Contact ?? contact;
                    work = pass.Move.Next is { IsHeld: false } next ? next : null;
                    break;
            }
        }

        return entries;
    }

    private StepVariant? VariantOf(DueWork work, Lead lead) => sequences.Of(work, lead).Step(work.Key.Step) is { } step ? rules.VariantFor(step, work, lead) : null;

    private IReadOnlyList<ArticleMatch> Chosen(DueWork work, Lead lead, Contact contact) =>
        sequences.Of(work, lead).Step(work.Key.Step) is { } step ? rules.Choose(step, lead, contact, rules.VariantFor(step, work, lead)) : [];
}
