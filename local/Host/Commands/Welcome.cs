using LeadFunctions.Local.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Commands;

/// <summary>What a person reads when the host is up: where to click, and one line to type.</summary>
internal static class Welcome
{
    public static string Text(LocalHost host)
    {
        var at = host.BaseAddress.GetLeftPart(UriPartial.Authority);
        var keys = host.Services.GetRequiredService<FunctionKeys>();
        return $$$"""

            LeadFunctions runs on this machine. Ctrl-C stops it.

              website     {{{at}}}/
              forms       {{{at}}}/appointment   {{{at}}}/call
              mailbox     {{{at}}}/local/mail
              previews    {{{at}}}/local/preview
              clock       {{{at}}}/local/clock
              health      {{{at}}}/health/ready
              keys        x-functions-key: {{{keys.FunctionKey}}}   (master key: {{{keys.MasterKey}}})

            Try it:

              curl {{{at}}}/api/appointments -H 'content-type: application/json' -d '{"name":"Robin Example","email":"robin@example.com","concerns":["depression","chronic-pain"],"consent":{"articles":true}}'

            """;
    }
}
