namespace LeadFunctions.Leads;

/// <summary>Who does something at the staff desk, for the audit trail.</summary>
/// <param name="Name">The address of a member of staff, or what a machine is called. Never a patient.</param>
/// <param name="Role">What they may do; null for a machine.</param>
/// <param name="Through">How they came in.</param>
public sealed record StaffActor(string Name, StaffRole? Role, StaffDoor Through)
{
    /// <summary>A system of the clinic's own that holds a function key.</summary>
    public static StaffActor Machine { get; } = new("api", Role: null, StaffDoor.Key);
}

/// <summary>How somebody came to the staff desk.</summary>
public enum StaffDoor
{
    /// <summary>With a function key.</summary>
    Key,

    /// <summary>Signed in.</summary>
    Page,

    /// <summary>With a signed link in a mail to staff.</summary>
    MailLink,
}
