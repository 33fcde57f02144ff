namespace LeadFunctions.Leads;

/// <summary>A part of the clinic's day.</summary>
public enum PartOfDay
{
    Any,
    Morning,
    Afternoon,
    Evening,
}
