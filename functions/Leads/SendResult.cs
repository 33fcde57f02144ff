namespace LeadFunctions.Leads;

/// <summary>How a step of a sequence ended.</summary>
public enum SendResult
{
    /// <summary>The provider took the mail.</summary>
    Accepted,

    /// <summary>Not sent: the person has said stop, or their mailbox does not exist.</summary>
    Suppressed,

    /// <summary>Not sent: the person had such a mail within the last 24 hours, or as many as they may have in a week, and later is too late.</summary>
    Capped,

    /// <summary>Not sent: a newer request of the same person has taken over.</summary>
    Superseded,

    /// <summary>Not sent: staff have booked or closed the request, or hold it for spam.</summary>
    Finished,

    /// <summary>Not sent: no article is left that fits and that the person has not had.</summary>
    NothingLeft,

    /// <summary>Not sent: it was due too long ago. The sequence goes on.</summary>
    Late,

    /// <summary>Not sent: the step is not for this person. The sequence goes on.</summary>
    Skipped,

    /// <summary>Not sent: the person has said no to articles.</summary>
    Revoked,

    /// <summary>Given up: staff see the dead letter.</summary>
    DeadLetter,

    /// <summary>Not sent: the provider does not take mail to this member of staff. Others are told.</summary>
    Refused,

    /// <summary>The alert went to everybody there is, and no copy of it is reported to have arrived: staff see the dead letter.</summary>
    NotArrived,
}
