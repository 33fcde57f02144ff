namespace LeadFunctions.FollowUp;

/// <summary>The mails that follow a lead, one after the other.</summary>
/// <param name="Name">As marketing calls it.</param>
/// <param name="Version">Counted up with each change of the steps, so that figures can be told apart.</param>
/// <param name="Steps">By number, from 1 without gaps; each at least a day after the one before.</param>
public sealed record Sequence(string Name, int Version, IReadOnlyList<SequenceStep> Steps)
{
    /// <summary>How many articles somebody gets who gets every mail.</summary>
    public int Articles => Steps.Sum(step => step.Articles);

    /// <summary>The step of a number, or <see langword="null"/> when the sequence ends before it.</summary>
    /// <param name="number">Counted from 1.</param>
    public SequenceStep? Step(int number) => number >= 1 && number <= Steps.Count ? Steps[number - 1] : null;
}
