namespace LeadFunctions.StaffMail;

/// <summary>What a member of staff can do with one button, from a link in a mail. The order stands in links: new ones come last.</summary>
public enum MailDeed
{
    /// <summary>They have called, and reached whoever asked.</summary>
    Called,

    /// <summary>An appointment is made.</summary>
    Booked,

    /// <summary>It is no request of a person.</summary>
    Spam,

    /// <summary>They look after it from now on.</summary>
    Claimed,
}
