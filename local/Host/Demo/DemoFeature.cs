using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Demo;

/// <summary>Registers what <c>--demo</c> plays.</summary>
internal static class DemoFeature
{
    // Any other number is another month and another year, as plausible.
    private const int Seed = 650;

    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<IDemo>(_ => new DemoPlay(new(Seed, Console.Out), new(Seed, Console.Out)));
}
