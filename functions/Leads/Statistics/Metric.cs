namespace LeadFunctions.Leads;

/// <summary>What is counted. The numbers are kept: new ones come last, and none is ever used for something else.</summary>
public enum Metric
{
    /// <summary>Leads, at the time they came; those in quarantine only once they are let out.</summary>
    Captured = 0,

    /// <summary>Mails to visitors that the provider took.</summary>
    Sent = 1,

    /// <summary>Mails that the receiving host took.</summary>
    Delivered = 2,

    /// <summary>Mails that somebody opened who is not known to be a program. Who follows a link has opened the mail.</summary>
    Opened = 3,

    /// <summary>Of <see cref="Opened"/>: nothing tells a person from a program there.</summary>
    OpenedUnsure = 4,

    /// <summary>Mails that a program opened, whether or not a person did as well.</summary>
    OpenedMachine = 5,

    /// <summary>Mails of which somebody followed a link who is not known to be a program.</summary>
    Clicked = 6,

    /// <summary>Of <see cref="Clicked"/>: nothing tells a person from a program there.</summary>
    ClickedUnsure = 7,

    /// <summary>Mails whose links a program followed, whether or not a person did as well.</summary>
    ClickedMachine = 8,

    /// <summary>People who said stop.</summary>
    Unsubscribed = 9,

    /// <summary>Mails for which there is no mailbox.</summary>
    Bounced = 10,

    /// <summary>Mails that were called spam.</summary>
    Complained = 11,

    /// <summary>Leads that are booked, at the time staff said so.</summary>
    Booked = 12,

    /// <summary>Of <see cref="Captured"/>, counted with them: booked within 7 days.</summary>
    BookedWithin7Days = 13,

    /// <summary>Of <see cref="Captured"/>, counted with them: booked within 30 days.</summary>
    BookedWithin30Days = 14,

    /// <summary>Of <see cref="Captured"/>, counted with them: booked within 90 days.</summary>
    BookedWithin90Days = 15,

    /// <summary>Of <see cref="Captured"/>, counted with them: a mail reached the person.</summary>
    Reached = 16,

    /// <summary>Of <see cref="Captured"/>, counted with them: somebody who is not known to be a program opened a mail, or followed a link of it.</summary>
    Read = 17,

    /// <summary>Of <see cref="Captured"/>, counted with them: booked since, however long it took.</summary>
    BookedSince = 18,
}
