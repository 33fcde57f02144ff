namespace LeadFunctions.Clinic;

/// <summary>One thing that is wrong in the content directory.</summary>
/// <param name="File">The file, relative to the content directory, with forward slashes.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ContentProblem(string File, int Line, string Message)
{
    /// <summary><c>file(line): message</c>, the form that editors and build logs turn into a link.</summary>
    public override string ToString() => $"{File}({Line}): {Message}";
}
