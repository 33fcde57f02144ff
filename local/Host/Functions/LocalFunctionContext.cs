using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Local.Functions;

/// <summary>One run of one function on this host. What a run does not ask for is never made.</summary>
internal sealed class LocalFunctionContext(
    FunctionMethod function,
    IServiceProvider services,
    HttpContext? http,
    TimerInfo? timer,
    CancellationToken cancellationToken) : FunctionContext
{
    // The key under which the worker keeps the request among a run's items: its GetHttpContext looks there.
    private const string HttpContextKey = "HttpRequestContext";

    public FunctionMethod Function => function;

    /// <summary>What the function returned, once it has run.</summary>
    public object? Result { get; set; }

    public HttpContext? Http => http;

    public HttpRequest? Request => http?.Request;

    public TimerInfo? Timer => timer;

    /// <summary>Headers that the host keeps from the request, and that its binding data still shows.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> WithheldHeaders { get; init; } = [];

    // Made by the clock's value and chance together: sorts by time in a log.
    public override string InvocationId => field ??= Guid.CreateVersion7().ToString();

    public override string FunctionId => function.Name;

    public override TraceContext TraceContext => field ??= new ActivityTraceContext(Activity.Current);

    public override BindingContext BindingContext => field ??= new LocalBindingContext(this);

    public override RetryContext RetryContext => FirstAttempt.Instance;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition.Value;

    public override IDictionary<object, object> Items
    {
        get => field ??= http is null ? [] : new Dictionary<object, object> { [HttpContextKey] = http };
        set;
    }

    public override IInvocationFeatures Features => field ??= new LocalInvocationFeatures();

    public override CancellationToken CancellationToken => cancellationToken;

    private sealed class ActivityTraceContext(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class FirstAttempt : RetryContext
    {
        public static readonly FirstAttempt Instance = new();

        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
