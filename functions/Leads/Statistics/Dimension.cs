namespace LeadFunctions.Leads;

/// <summary>By what figures are told apart. The names are those of columns: they are kept.</summary>
public enum Dimension
{
    /// <summary>By nothing: one key, which is empty.</summary>
    Total,

    /// <summary>The hour of the day on the clinic's clock, 00 to 23.</summary>
    Hour,

    /// <summary>What was asked for.</summary>
    Kind,

    /// <summary>Each concern that was named: a lead may have several.</summary>
    Concern,

    /// <summary>Each article of a mail; of a lead the one that the visitor came from, of a booking those that were read before.</summary>
    Article,

    /// <summary>The mail that it is about, else the last one sent before: 0 for the confirmation.</summary>
    Step,

    /// <summary>The version of the sequence of that mail.</summary>
    Sequence,

    /// <summary>The page that the visitor came from.</summary>
    Source,

    Campaign,

    Medium,

    Content,

    Language,

    /// <summary>The page from which the person came the first time.</summary>
    FirstSource,

    /// <summary>The campaign through which the person came the first time.</summary>
    FirstCampaign,

    /// <summary>How many days after the capture it was booked; only of bookings.</summary>
    Wait,

    /// <summary>The variant of a step, after the version of its sequence and the step: <c>appointment.3.1.b</c>; only of mails that have one.</summary>
    Variant,

    /// <summary>A concern together with an article that came to somebody who had named it (<see cref="ConcernArticle"/>): deliveries, and clicks of certain people.</summary>
    ConcernArticle,

    /// <summary>
    /// A concern together with the page that the visitor came from (<see cref="ConcernSource"/>); only of captures. Never told as it is:
    /// few people share both.
    /// </summary>
    ConcernSource,
}
