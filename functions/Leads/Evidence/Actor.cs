namespace LeadFunctions.Leads;

/// <summary>Who opened a mail or followed a link.</summary>
public enum Actor
{
    /// <summary>Nothing tells a person from a program here.</summary>
    Unsure,

    Human,

    Machine,
}
