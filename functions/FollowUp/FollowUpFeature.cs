using LeadFunctions.Leads;
using LeadFunctions.Start;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

public static class FollowUpFeature
{
    public static IServiceCollection AddFollowUp(this IServiceCollection services)
    {
        services.AddOptions<FollowUpOptions>().BindConfiguration(FollowUpOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<FollowUpOptions>, FollowUpOptionsValidator>()
            .AddSingleton<ArticleRanking>()
            .AddSequences()
            .AddSingleton<StepFactsReader>()
            .AddFollowUpMails()
            .AddLanes()
            .AddSingleton<SendBreaker>()
            .AddSingleton<ISendingState>(provider => provider.GetRequiredService<SendBreaker>())
            .AddSingleton<AlertRules>()
            .AddSingleton<AlertEvidence>()
            .AddSingleton<TrackRules>()
            .AddSingleton<SendJudge>()
            .AddSingleton<MailPosting>()
            .AddSingleton<DueWorkHandler>()
            .AddSingleton<DrainHandler>()
            .AddSingleton<WakeHandler>()
            .AddScrubbing()
            .AddAfterFirstAnswer<ProofNotice>();
    }
}
