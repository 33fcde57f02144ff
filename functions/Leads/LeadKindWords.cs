namespace LeadFunctions.Leads;

/// <summary>The words for kinds of leads outside of the code: in file names, figures and what is told to others.</summary>
public static class LeadKindWords
{
    /// <summary><c>call</c> or <c>appointment</c>.</summary>
    public static string Word(this LeadKind kind) => kind == LeadKind.Call ? "call" : "appointment";
}
