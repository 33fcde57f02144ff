using LeadFunctions.Articles;

namespace LeadFunctions.Capture;

/// <param name="Reference">To be named on the phone.</param>
/// <param name="Next">What happens next, and by when.</param>
/// <param name="IsUrgent">Whom to turn to in danger comes before all else.</param>
/// <param name="Articles">Something to read meanwhile.</param>
public sealed record ThanksView(string Reference, string Next, bool IsUrgent, IReadOnlyList<Article> Articles);
