using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>Programs of one kind, by the name that they give themselves.</summary>
/// <param name="Text">What the name holds, in upper or lower case.</param>
/// <param name="IsWhole">The name is this and nothing more.</param>
/// <param name="Class">What they are.</param>
public sealed record AgentPattern(string Text, bool IsWhole, AgentClass Class)
{
    public bool Fits(string agent) => IsWhole ? agent == Text : agent.Contains(Text, StringComparison.OrdinalIgnoreCase);
}
