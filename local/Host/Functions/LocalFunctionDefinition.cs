using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Local.Functions;

/// <summary>A function as it tells about itself.</summary>
internal sealed class LocalFunctionDefinition(FunctionMethod function) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
    [
        .. function.Method.GetParameters().Select(parameter =>
            new FunctionParameter(parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue, parameter.DefaultValue)),
    ];

    public override string PathToAssembly => function.Method.DeclaringType!.Assembly.Location;

    public override string EntryPoint => $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";

    public override string Id => function.Name;

    public override string Name => function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(function.Trigger.Name!, new TriggerMetadata(function));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerMetadata(FunctionMethod function) : BindingMetadata
    {
        public override string Name => function.Trigger.Name!;

        public override string Type => function.TriggerAs<HttpTriggerAttribute>() is null ? "timerTrigger" : "httpTrigger";

        public override BindingDirection Direction => BindingDirection.In;
    }
}
