namespace LeadFunctions.Capture;

/// <summary>The time in which somebody would like to be called, within the clinic's hours.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, after <paramref name="From"/>.</param>
public sealed record CallWindow(DateTimeOffset From, DateTimeOffset To);
