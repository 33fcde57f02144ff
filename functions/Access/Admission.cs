using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Access;

/// <summary>Whether a request may go on to its function.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <param name="Person">Who asks; null where it does not matter.</param>
    public sealed record Granted(SignedIn? Person) : Admission;

    /// <param name="Answer">What is answered in place of the function.</param>
    public sealed record Refused(IResult Answer) : Admission;
}
