using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Tests.Hosting;

/// <summary>Functions that no host should run.</summary>
public static class MalformedProbes
{
    public sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public void Run(HttpRequest request)
        {
        }
    }

    public sealed class TwoTriggers
    {
        [Function("TwoTriggers")]
        public void Run([HttpTrigger] HttpRequest request, [TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class WrongType
    {
        [Function("WrongType")]
        public void Run([HttpTrigger] string body)
        {
        }
    }

    public sealed class SameName
    {
        [Function("Same")]
        public void One([HttpTrigger(Route = "one")] HttpRequest request)
        {
        }

        [Function("same")]
        public void Two([HttpTrigger(Route = "two")] HttpRequest request)
        {
        }
    }

    public sealed class SameRoute
    {
        [Function("First")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same/{id}")] HttpRequest request)
        {
        }

        [Function("Second")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "POST", Route = "/Same/{id}/")] HttpRequest request)
        {
        }
    }

    public sealed class Reserved
    {
        [Function("Reserved")]
        public void Run([HttpTrigger(Route = "admin/leads")] HttpRequest request)
        {
        }
    }

    public sealed class BrokenRoute
    {
        [Function("BrokenRoute")]
        public void Run([HttpTrigger(Route = "leads/{id")] HttpRequest request)
        {
        }
    }

    public sealed class NoSchedule
    {
        [Function("NoSchedule")]
        public void Run([TimerTrigger("%Nobody:Set:This%")] TimerInfo timer)
        {
        }
    }
}
