using LeadFunctions.Access;
using LeadFunctions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions;

/// <summary>Lets a request through to its function only if the function's class says that whoever asks may use it.</summary>
public sealed class AccessMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var statement = Statements.Of(context.FunctionDefinition.EntryPoint);

        // Who is let in anyway does not wait until the gate has been made, which knows the sessions and their storage.
        return Gate.IsOpenToAll(statement) && context.GetHttpContext() is not null ? next(context) : AskAsync(context, statement, next);
    }

    private static async Task AskAsync(FunctionContext context, AccessAttribute? statement, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            var gate = context.InstanceServices.GetRequiredService<Gate>();
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
