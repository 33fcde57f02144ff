using LeadFunctions.StaffMail;

namespace LeadFunctions.MailDeeds;

/// <summary>How a look at a link in a mail, or the press of its button, ended.</summary>
public abstract record MailDeedResult
{
    private MailDeedResult()
    {
    }

    /// <summary>It can be done.</summary>
    /// <param name="Link">What.</param>
    /// <param name="Standing">How things stand.</param>
    public sealed record Possible(DeedLink.Good Link, LeadStanding Standing) : MailDeedResult;

    /// <summary>It is so: just now, or for a while.</summary>
    /// <param name="Link">What.</param>
    /// <param name="Standing">How things stand.</param>
    public sealed record Holds(DeedLink.Good Link, LeadStanding Standing) : MailDeedResult;

    /// <summary>It does not fit any more, and nothing was changed.</summary>
    /// <param name="Link">What was wanted.</param>
    /// <param name="Standing">What happened instead.</param>
    public sealed record Overtaken(DeedLink.Good Link, LeadStanding Standing) : MailDeedResult;

    /// <summary>There is no such lead any more.</summary>
    public sealed record Gone(DeedLink.Good Link) : MailDeedResult;

    public sealed record Expired : MailDeedResult;

    public sealed record NotOurs : MailDeedResult;

    /// <summary>Storage is away.</summary>
    public sealed record Unavailable : MailDeedResult;
}
