using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Telemetry;

/// <summary>
/// The one source of spans. Where nobody listens, starting one costs next to nothing and gives null. Names and tags hold ids and fixed words
/// only: never a name, an address, a concern, or a part of a web address, which may hold a token.
/// </summary>
public static class Spans
{
    /// <summary>What the source, the meter and the service are called.</summary>
    public const string Name = "LeadFunctions";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a step of what is under way.</summary>
    /// <param name="step">What is done, in fixed words.</param>
    /// <param name="cause">The span that this follows from, as <see cref="Activity.Id"/> wrote it, perhaps days ago: they are linked. Null for none.</param>
    /// <returns>Null where nobody listens.</returns>
    public static Activity? Start(string step, string? cause = null) => Source.StartActivity(
        ActivityKind.Internal,
        name: step,
        links: ActivityContext.TryParse(cause, traceState: null, isRemote: true, out var origin) ? [new(origin)] : null);

    /// <summary>
    /// Begins one run of a function. There always is one then, whoever listens: log lines carry its id, and problems are answered with it.
    /// </summary>
    /// <param name="function">The function's name.</param>
    /// <param name="caller">What the host says is the cause (W3C Trace Context); null or empty for nothing.</param>
    public static Activity? StartRun(string function, string? caller)
    {
        // The platform's own, where there is one, has come in with the request. What else a sender wrote beside the ids goes nowhere.
        if (Activity.Current is { } current)
        {
            return Source.StartActivity(function, ActivityKind.Internal, new ActivityContext(current.TraceId, current.SpanId, current.ActivityTraceFlags));
        }

        var isKnown = ActivityContext.TryParse(caller, traceState: null, isRemote: true, out var cause);
        if (Source.StartActivity(function, ActivityKind.Internal, cause) is { } listened)
        {
            return listened;
        }

        return BeginUnheard(function, isKnown ? cause : default);
    }

    /// <summary>Says that a step failed, and with what kind of exception: its message is nobody's business.</summary>
    public static void Failed(this Activity? step, Exception exception) =>
        step?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", exception.GetType().FullName);

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Whoever began the run ends it.")]
    private static Activity BeginUnheard(string function, ActivityContext cause)
    {
        var run = new Activity(function);
        return (cause == default ? run : run.SetParentId(cause.TraceId, cause.SpanId, cause.TraceFlags)).Start();
    }
}
