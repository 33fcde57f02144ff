using LeadFunctions.Email;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.FollowUp;

public static class FollowUpMailsFeature
{
    /// <summary>Adds <see cref="FollowUpMails"/> and what it is made of.</summary>
    public static IServiceCollection AddFollowUpMails(this IServiceCollection services) => services
        .AddSingleton<AlertMail>()
        .AddSingleton<ConfirmationMail>()
        .AddSingleton<ArticlesMail>()
        .AddSingleton<FollowUpMails>()
        .AddSingleton<IMailTemplates, FollowUpTemplates>();
}
