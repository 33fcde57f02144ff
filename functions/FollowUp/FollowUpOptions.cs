using System.ComponentModel.DataAnnotations;
using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>Section <c>FollowUp</c>: how fast due work is done. The times of the protocol itself are constants, beside its tests.</summary>
public sealed class FollowUpOptions
{
    public const string Section = "FollowUp";

    /// <summary>Of articles that fit equally well, what others read who named the same comes first (<see cref="ArticleRanking"/>).</summary>
    public const string RankedByClicks = "Clicks";

    /// <summary>When the drain runs, in UTC (NCRONTAB, six fields).</summary>
    [Schedule(Section, "0 * * * * *")]
    public string Schedule { get; set; } = "";

    /// <summary>Posts to the mail provider under way at once, 1 to 64. Default 64: a provider that takes a while is then not what a full hour waits for.</summary>
    [Range(1, 64, ErrorMessage = "FollowUp__MailsAtOnce should be a number from 1 to 64.")]
    public int MailsAtOnce { get; set; } = 64;

    /// <summary><c>Newest</c>, the default, or <c>Clicks</c>: which of several articles that fit somebody equally well comes first.</summary>
    [RegularExpression("^(Newest|Clicks)$", ErrorMessage = "FollowUp__Ranking should be Newest or Clicks.")]
    public string Ranking { get; set; } = "Newest";
}

[OptionsValidator]
public sealed partial class FollowUpOptionsValidator : IValidateOptions<FollowUpOptions>;
