using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Tests.Hosting;

/// <summary>HTTP functions of every shape, for the host to run.</summary>
public static class HttpProbes
{
    public sealed record Person(string Name, int Age);

    public sealed class Answers
    {
        [Function("AnswerResult")]
        public IResult Result([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/result")] HttpRequest request) =>
            TypedResults.Text("teapot", statusCode: StatusCodes.Status418ImATeapot);

        [Function("AnswerResultLater")]
        public async Task<IResult> ResultLater([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/later")] HttpRequest request)
        {
            await Task.Yield();
            return TypedResults.Json(new Person("Ada", 36));
        }

        [Function("AnswerValueTask")]
        public async ValueTask<IResult> ValueTaskResult([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/value-task")] HttpRequest request)
        {
            await Task.Yield();
            return TypedResults.Text("value task");
        }

        [Function("AnswerAction")]
        public IActionResult Action([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/action")] HttpRequest request) =>
            new ContentResult { Content = "an action", StatusCode = StatusCodes.Status202Accepted };

        [Function("AnswerObject")]
        public IActionResult ObjectAction([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/object")] HttpRequest request) =>
            new OkObjectResult(new Person("Ada", 36));

        [Function("AnswerText")]
        public string Text([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/text")] HttpRequest request) => "never seen";

        [Function("AnswerPoco")]
        public Person Poco([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/poco")] HttpRequest request) => new("never seen", 1);

        [Function("AnswerNothing")]
        public static void Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/nothing")] HttpRequest request) =>
            request.HttpContext.Response.StatusCode = StatusCodes.Status204NoContent;

        [Function("AnswerWritten")]
        public async Task Written([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers/written")] HttpRequest request)
        {
            request.HttpContext.Response.ContentType = "text/plain";
            await request.HttpContext.Response.WriteAsync("written");
        }
    }

    public sealed class Failures
    {
        [Function("FailAtOnce")]
        public IResult AtOnce([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failures/at-once")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Half-Done"] = "yes";
            throw new InvalidOperationException("a secret");
        }

        [Function("FailLater")]
        public async Task<IResult> Later([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failures/later")] HttpRequest request)
        {
            await Task.Yield();
            throw new InvalidOperationException("a secret");
        }

        [Function("FailMidway")]
        public async Task Midway([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failures/midway")] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("half of it");
            await request.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException("a secret");
        }
    }

    public sealed class Keys
    {
        [Function("KeyAnonymous")]
        public IResult Anonymous([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "keys/anonymous")] HttpRequest request) => TypedResults.Ok();

        [Function("KeyFunction")]
        public IResult Function([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keys/function")] HttpRequest request) => TypedResults.Ok();

        [Function("KeyUser")]
        public IResult User([HttpTrigger(AuthorizationLevel.User, "get", Route = "keys/user")] HttpRequest request) => TypedResults.Ok();

        [Function("KeySystem")]
        public IResult System([HttpTrigger(AuthorizationLevel.System, "get", Route = "keys/system")] HttpRequest request) => TypedResults.Ok();

        [Function("KeyAdmin")]
        public IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "keys/admin")] HttpRequest request) => TypedResults.Ok();

        [Function("KeyDefault")]
        public IResult Default([HttpTrigger(Route = "keys/default")] HttpRequest request) => TypedResults.Ok();

        [Function("KeyVerbsOnly")]
        public IResult VerbsOnly([HttpTrigger("get", Route = "keys/verbs-only")] HttpRequest request) => TypedResults.Ok();
    }

    public sealed class Routes
    {
        [Function("RouteAnyVerb")]
        public IResult AnyVerb([HttpTrigger(AuthorizationLevel.Anonymous, Route = "routes/any")] HttpRequest request) =>
            TypedResults.Text(request.Method);

        [Function("RouteByName")]
        public IResult ByName([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => TypedResults.Text("by name");

        [Function("RouteNumber")]
        public IResult Number([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/number/{id:int}")] HttpRequest request, int ID) =>
            TypedResults.Text(ID.ToString(CultureInfo.InvariantCulture));

        [Function("RouteLoose")]
        public IResult Loose([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/loose/{id}")] HttpRequest request, int id) =>
            TypedResults.Text(id.ToString(CultureInfo.InvariantCulture));

        [Function("RouteToken")]
        public IResult Token([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/token/{token}")] HttpRequest request, string token) =>
            TypedResults.Text(token);

        [Function("RouteGuid")]
        public IResult AGuid([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/guid/{id}")] HttpRequest request, Guid id) =>
            TypedResults.Text(id.ToString("N"));

        [Function("RouteOptional")]
        public IResult Optional(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/optional/{page?}/{size?}")] HttpRequest request,
            string? page,
            int size = 20) => TypedResults.Text($"{page ?? "none"} {size}");

        [Function("RouteRest")]
        public IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/rest/{*path}")] HttpRequest request, string? path) =>
            TypedResults.Text(path ?? "none");

        [Function("RouteRegex")]
        public IResult Pattern(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = @"routes/regex/{code:regex(^[A-Z]{{2}}$)}")] HttpRequest request,
            string code) => TypedResults.Text(code);

        [Function("RouteQuery")]
        public IResult Query([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/query")] HttpRequest request, int limit, string? code) =>
            TypedResults.Text($"{limit} {code ?? "none"}");

        [Function("RouteSplitRead")]
        public IResult SplitRead([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/split")] HttpRequest request) =>
            TypedResults.Text("read");

        [Function("RouteSplitWrite")]
        public IResult SplitWrite([HttpTrigger(AuthorizationLevel.Anonymous, "post", "put", Route = "routes/split")] HttpRequest request) =>
            TypedResults.Text("write");

        [Function("RouteOrderA")]
        public IResult OrderA([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/order/{id}")] HttpRequest request) =>
            TypedResults.Text("parameter");

        [Function("RouteOrderB")]
        public IResult OrderB([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/order/special")] HttpRequest request) =>
            TypedResults.Text("literal");

        [Function("RouteOrderC")]
        public IResult OrderC([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "routes/order/special")] HttpRequest request) =>
            TypedResults.Text("deleted");
    }
}
