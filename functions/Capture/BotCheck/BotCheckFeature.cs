using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

internal static class BotCheckFeature
{
    /// <summary>Adds <see cref="IBotCheck"/> as the settings say. Where there is none, nothing of it is made.</summary>
    public static IServiceCollection AddBotCheck(this IServiceCollection services)
    {
        services.AddOptions<BotCheckOptions>().BindConfiguration(BotCheckOptions.Section).ValidateOnStart();
        services.AddOptions<TurnstileOptions>().BindConfiguration(TurnstileOptions.Section);
        return services
            .AddSingleton<IValidateOptions<BotCheckOptions>, BotCheckOptionsValidator>()
            .AddKeyedSingleton(TurnstileOptions.Section, (_, _) => CreateHttpClient())
            .AddSingleton<IBotCheck>(static provider => provider.GetRequiredService<IOptions<BotCheckOptions>>().Value.Provider == BotCheckOptions.Turnstile
                ? ActivatorUtilities.CreateInstance<TurnstileBotCheck>(provider)
                : new NoBotCheck());
    }

    // The check itself keeps the time.
    [SuppressMessage("Reliability", "CA2000", Justification = "The container disposes the client, and the client its handler.")]
    private static HttpClient CreateHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 * 1024,
    };
}
