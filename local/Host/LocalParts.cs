using LeadFunctions.Local.Clock;
using LeadFunctions.Local.Demo;
using LeadFunctions.Local.Mailbox;
using LeadFunctions.Local.Preview;
using LeadFunctions.Local.Timers;
using LeadFunctions.Local.Website;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local;

/// <summary>What the local host has and Azure has not.</summary>
internal static class LocalParts
{
    private const string StandardAddress = "http://127.0.0.1:7071";

    /// <summary>Adds every part, one line each.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">How the host runs; a part that keeps something keeps it in the data directory.</param>
    public static IServiceCollection AddLocalParts(this IServiceCollection services, LocalHostOptions options) =>
        services
            .AddMailbox(new() { DataDirectory = options.DataDirectory })
            .AddDemo()
            .AddWebsite()
            .AddPreview()
            .AddWebhookKey()
            .AddSingleton<ILocalRoutes, ClockRoutes>()
            .AddSingleton<IClockStops, DueWorkStops>()
            .AddSingleton<ILocalRoutes, AdminRoutes>();

    /// <summary>Settings that follow from where this host listens. Files, the environment and the caller win over them.</summary>
    public static IReadOnlyDictionary<string, string?> DefaultSettings(Uri baseAddress) => new Dictionary<string, string?>
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["Leads:PublicBaseUrl"] = baseAddress.GetLeftPart(UriPartial.Authority),
        ["Acs:ConnectionString"] = MailboxFeature.AcsConnectionString(baseAddress),
        ["SendGrid:BaseUrl"] = new Uri(baseAddress, "local/sendgrid").AbsoluteUri,
    };

    /// <summary>Settings that name the standard address mean this host, wherever it listens.</summary>
    public static IReadOnlyDictionary<string, string?> Moved(IConfiguration settings, Uri baseAddress) => DefaultSettings(baseAddress)
        .Where(setting => settings[setting.Key]?.StartsWith(StandardAddress, StringComparison.Ordinal) == true)
        .ToDictionary();
}
