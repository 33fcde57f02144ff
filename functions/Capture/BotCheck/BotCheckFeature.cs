using LeadFunctions.Network;
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
            .AddKeyedSingleton(TurnstileOptions.Section, (provider, _) => CreateHttpClient(provider.GetRequiredService<IOptions<TurnstileOptions>>().Value))
            .AddSingleton<IBotCheck>(static provider => provider.GetRequiredService<IOptions<BotCheckOptions>>().Value.Provider == BotCheckOptions.Turnstile
                ? ActivatorUtilities.CreateInstance<TurnstileBotCheck>(provider)
                : new NoBotCheck());
    }

    // The check itself keeps the time.
    private static HttpClient CreateHttpClient(TurnstileOptions options)
    {
        var client = OutgoingHttp.ClientFor(() => new(options.VerifyUrl));
        client.MaxResponseContentBufferSize = 64 * 1024;
        return client;
    }
}
