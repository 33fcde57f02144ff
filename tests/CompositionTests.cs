using LeadFunctions.Local;
using LeadFunctions.Local.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace LeadFunctions.Tests;

/// <summary>The app as it is put together for every host.</summary>
public sealed class CompositionTests
{
    private static IReadOnlyList<FunctionMethod> Functions => FunctionCatalog.Read(typeof(LeadFunctionsApp).Assembly, isWanted: null);

    [Fact]
    public void Every_function_class_can_be_made_from_the_services_of_the_app()
    {
        using var services = Compose();
        using var scope = services.CreateScope();

        foreach (var type in Functions.Where(function => !function.Method.IsStatic).Select(function => function.Method.DeclaringType!).Distinct())
        {
            Assert.NotNull(ActivatorUtilities.CreateInstance(scope.ServiceProvider, type));
        }
    }

    [Fact]
    public void Every_function_has_a_name_of_its_own()
    {
        // The catalogue refuses a name that is taken; here it is enough that it reads.
        var names = Functions.Select(function => function.Name).ToArray();

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void Every_schedule_is_a_setting_of_the_sample()
    {
        var schedules = Functions.Select(function => function.TriggerAs<TimerTriggerAttribute>()?.Schedule).OfType<string>().ToArray();
        if (schedules.Length == 0)
        {
            return;
        }

        var sample = LocalSettings.Read(LocalSettings.SampleFile).Keys.Select(LocalSettings.Normalise).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(schedules, schedule =>
        {
            Assert.Matches("^%[A-Za-z:]+%$", schedule);
            Assert.Contains(schedule.Trim('%'), sample);
        });
    }

    [Fact]
    public void Routes_are_made_for_a_host_that_takes_the_first_that_fits()
    {
        // The Functions host tries templates in the order of the functions' names, so a template with a parameter
        // must not stand before a literal one that it would swallow, unless a constraint keeps them apart.
        var routes = Functions
            .Select(function => (function.Name, Trigger: function.TriggerAs<HttpTriggerAttribute>()))
            .Where(function => function.Trigger is not null)
            .Select(function => (function.Name, Segments: (function.Trigger!.Route ?? function.Name).Trim('/').Split('/'), Methods: function.Trigger.Methods ?? []))
            .ToArray();

        var swallowed =
            from later in routes.Index()
            from earlier in routes.Index().Take(later.Index)
            where SharesVerb(earlier.Item.Methods, later.Item.Methods) && Swallows(earlier.Item.Segments, later.Item.Segments)
            select $"{earlier.Item.Name} swallows {later.Item.Name}";

        Assert.Empty(swallowed);
    }

    private static bool SharesVerb(string[] one, string[] other) =>
        one is [] || other is [] || one.Intersect(other, StringComparer.OrdinalIgnoreCase).Any();

    private static bool Swallows(string[] earlier, string[] later) =>
        earlier.Length == later.Length
            && earlier.Zip(later).All(pair => (pair.First.StartsWith('{') && !pair.First.Contains(':', StringComparison.Ordinal)) || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase))
            && !earlier.SequenceEqual(later, StringComparer.OrdinalIgnoreCase);

    private static ServiceProvider Compose()
    {
        var settings = LocalSettings.Read(LocalSettings.SampleFile)
            .Select(setting => KeyValuePair.Create(LocalSettings.Normalise(setting.Key), setting.Value));
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddLeadFunctions()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
