using LeadFunctions.Articles;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>What is to be done with due work.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Post the mail, once this claim is committed.</summary>
    /// <param name="Work">The work, with the articles that it will send.</param>
    /// <param name="Lead">The lead.</param>
    /// <param name="Contact">The contact as the claim leaves it; null for mail to staff.</param>
    /// <param name="Articles">The articles of an article step, best first.</param>
    public sealed record Send(DueWork Work, Lead Lead, Contact? Contact, IReadOnlyList<Article> Articles) : Decision
    {
        /// <summary>The subject of its variant; null for the usual one.</summary>
        public LocalText? Subject { get; init; }

        /// <summary>Whom mail to staff goes to; null for mail to a visitor.</summary>
        public StaffMember? Member { get; init; }

        /// <summary>Whether they get it because nobody else's copy is reported to have arrived.</summary>
        public bool IsPassedOn { get; init; }
    }

    /// <summary>Nothing is posted; this is the move.</summary>
    public sealed record Pass(Move Move) : Decision;
}
