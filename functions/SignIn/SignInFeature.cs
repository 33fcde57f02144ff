using LeadFunctions.Email;
using LeadFunctions.Http;
using LeadFunctions.Start;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.SignIn;

public static class SignInFeature
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section);
        services.AddOptions<SignInOptions>()
            .BindConfiguration(SignInOptions.Section)
            .Validate(options => options.LinksPerAddress is > 0 and <= 1000, "Staff__LinksPerAddress should be a number from 1 to 1000.")
            .Validate(options => options.LinksPerSender is > 0 and <= 100_000, "Staff__LinksPerSender should be a number from 1 to 100000.")
            .ValidateOnStart();
        return services
            .AddSingleton<SignInLinks>()
            .AddSingleton<SignInLimits>()
            .AddSingleton<WaitingSignIns>()
            .AddSingleton<SignInMail>()
            .AddSingleton<IMailTemplates, SignInTemplates>()
            .AddSingleton<SignInMailHandler>()
            .AddSingleton<AskingBrowser>()
            .AddSingleton<SignInHandler>()
            .AddSingleton<SignInPages>()
            .AddSingleton<SignInEndpoint>()
            .AddSingleton<SignOutEndpoint>()
            .AddAfterFirstAnswer<SignInMailing>();
    }
}
