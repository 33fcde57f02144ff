namespace LeadFunctions.Leads;

/// <summary>What is needed to reach a lead's row in one read: its id, which carries the shard, and when it was captured (UTC).</summary>
public readonly record struct LeadHandle(LeadId Id, DateTimeOffset CapturedAt);
