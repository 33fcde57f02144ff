namespace LeadFunctions.Leads;

/// <summary>A request whose articles go on whatever the person asks for meanwhile.</summary>
/// <param name="Lead">The request.</param>
/// <param name="Until">When its last articles are over and done with at the latest (UTC).</param>
public sealed record RunningArticles(LeadId Lead, DateTimeOffset Until);
