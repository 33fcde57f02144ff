using LeadFunctions.Access;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LeadFunctions;

/// <summary>Lets a request through to its function only if the function's class says that whoever asks may use it.</summary>
public sealed class AccessMiddleware(Gate gate) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var statement = Statements.Of(context.FunctionDefinition.EntryPoint);
        if (context.GetHttpContext() is { } http)
        {
            switch (await gate.AdmitAsync(http, statement))
            {
                case Admission.Refused refused:
                    await refused.Answer.ExecuteAsync(http);
                    return;
                case Admission.Granted { Person: { } person }:
                    person.Enter();
                    break;
            }
        }
        else if (statement is not null)
        {
            throw new InvalidOperationException("A function for requests was run without one.");
        }

        await next(context);
    }
}
