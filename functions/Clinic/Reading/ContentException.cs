namespace LeadFunctions.Clinic;

/// <summary>The content directory cannot be used. Lists everything that is wrong with it, so that one start finds it all.</summary>
public sealed class ContentException : Exception
{
    public ContentException()
    {
    }

    public ContentException(string message)
        : base(message)
    {
    }

    public ContentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="problems">At least one problem.</param>
    public ContentException(IReadOnlyList<ContentProblem> problems)
        : base(string.Join(Environment.NewLine, ["The content cannot be used:", .. problems]))
        => Problems = problems;

    /// <summary>The problems by file and line.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; } = [];
}
