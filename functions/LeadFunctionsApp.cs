using LeadFunctions.Access;
using LeadFunctions.Articles;
using LeadFunctions.Backup;
using LeadFunctions.Capture;
using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Digest;
using LeadFunctions.Email;
using LeadFunctions.Encryption;
using LeadFunctions.Events;
using LeadFunctions.FollowUp;
using LeadFunctions.Health;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using LeadFunctions.LeadsApi;
using LeadFunctions.MailDeeds;
using LeadFunctions.Marketing;
using LeadFunctions.Privacy;
using LeadFunctions.Reminders;
using LeadFunctions.SignIn;
using LeadFunctions.Staff;
using LeadFunctions.StaffMail;
using LeadFunctions.Stats;
using LeadFunctions.Storage;
using LeadFunctions.Telemetry;
using LeadFunctions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadFunctions;

/// <summary>The whole app, whoever hosts it.</summary>
public static class LeadFunctionsApp
{
    /// <summary>The services, and what goes around each run of a function.</summary>
    public static IFunctionsWorkerApplicationBuilder UseLeadFunctions(this IFunctionsWorkerApplicationBuilder worker)
    {
        worker.Services.AddLeadFunctions();
        return worker.UseMiddleware<FirstAnswerMiddleware>().UseMiddleware<TraceMiddleware>().UseMiddleware<TimerRunMiddleware>().UseMiddleware<SecurityHeadersMiddleware>().UseMiddleware<LanguageMiddleware>().UseMiddleware<CrossOriginMiddleware>().UseMiddleware<AccessMiddleware>();
    }

    /// <summary>Adds every feature, one line for each folder. The host brings configuration, logging and the <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddLeadFunctions(this IServiceCollection services)
    {
        services.AddOptions<CorsOptions>().PostConfigure<IOptions<LeadsOptions>>(AllowOurselves);
        return services
            .AddTelemetry()
            .AddClinic()
            .AddLeads()
            .AddStorage()
            .AddEmail()
            .AddHttp()
            .AddAccess()
            .AddArticles()
            .AddStaffMail()
            .AddDesk()
            .AddCapture()
            .AddFollowUp()
            .AddReminders()
            .AddEvents()
            .AddDigest()
            .AddStats()
            .AddMarketing()
            .AddLeadsApi()
            .AddPrivacy()
            .AddSignIn()
            .AddMailDeeds()
            .AddStaff()
            .AddWebhooks()
            .AddHealth()
            .AddBackup()
            .AddEncryption()
            .AddHipaaRules();
    }

    // Pages on our own address show the widget too. An address that is none is the business of its own validator.
    private static void AllowOurselves(CorsOptions cors, IOptions<LeadsOptions> leads)
    {
        if (Uri.TryCreate(leads.Value.PublicBaseUrl, UriKind.Absolute, out var address))
        {
            cors.Origins.Add(address.GetLeftPart(UriPartial.Authority));
        }
    }
}
