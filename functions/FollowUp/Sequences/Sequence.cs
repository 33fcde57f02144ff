using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>The mails that follow a lead, one after the other.</summary>
/// <param name="Name">As marketing calls it.</param>
/// <param name="Version">Counted up with each change, so that figures can be told apart, and so that who has begun goes on as they began.</param>
/// <param name="Steps">By number; each at least a day after the one before.</param>
public sealed record Sequence(string Name, int Version, IReadOnlyList<SequenceStep> Steps)
{
    /// <summary>At most so many mails with articles in seven days, all requests of a person together; one in a day is the most in any case.</summary>
    public int MostPerWeek { get; init; } = 7;

    /// <summary>
    /// Statuses that end it, beside those that end every follow-up: booked, closed and spam. Nor does anything follow an unsubscribe, a mailbox that does
    /// not exist, or a complaint.
    /// </summary>
    public IReadOnlyList<LeadStatus> EndsAt { get; init; } = [];

    public NewerRequest NewerRequest { get; init; }

    /// <summary>How many articles somebody gets who gets every mail.</summary>
    public int Articles => Steps.Sum(step => step.Articles);

    /// <summary>The step of a number, or <see langword="null"/> when there is none.</summary>
    public SequenceStep? Step(int number) => Steps.FirstOrDefault(step => step.Number == number);

    /// <summary>The step that follows the one of a number, whether or not that one is there; <see langword="null"/> when the sequence ends with it.</summary>
    public SequenceStep? After(int number) => Steps.FirstOrDefault(step => step.Number > number);
}
