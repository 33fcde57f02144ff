using LeadFunctions.Languages;

namespace LeadFunctions.Privacy;

/// <param name="Address">What was typed.</param>
/// <param name="Problem">What is wrong with it; null when nothing is.</param>
public sealed record AskView(string Address, string? Problem)
{
    public static string Action => $"/api/privacy?{Language.Current.Query}";
}
