using Azure.Data.Tables;
using LeadFunctions.Storage;

namespace LeadFunctions.Tests.Storage;

/// <summary>A short look may only say yes where the client would.</summary>
public sealed class UsualConnectionStringTests
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Portal = $"DefaultEndpointsProtocol=https;AccountName=pambleads;AccountKey={Key};EndpointSuffix=core.windows.net";
    private const string Emulated = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;";

    public static TheoryData<string> Usual => [Portal, Emulated, "UseDevelopmentStorage=true"];

    [Theory]
    [MemberData(nameof(Usual))]
    public void The_usual_forms_are_known_and_the_client_takes_them(string text)
    {
        Assert.True(UsualConnectionString.Is(text));
        Assert.True(Takes(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pambleads")]
    [InlineData("UseDevelopmentStorage=false")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=pambleads;EndpointSuffix=core.windows.net")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=pambleads;AccountKey=no key;EndpointSuffix=core.windows.net")]
    [InlineData("TableEndpoint=https://pambleads.table.core.windows.net;SharedAccessSignature=sv=2024-05-04&sig=c2ln")]
    public void Of_any_other_form_the_client_is_asked(string text) => Assert.False(UsualConnectionString.Is(text));

    [Theory]
    [MemberData(nameof(Usual))]
    public void With_a_letter_gone_or_a_part_twice_nothing_is_taken_for_usual_that_the_client_refuses(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var others = Enumerable.Range(0, text.Length).Select(at => text.Remove(at, 1))
            .Concat(Enumerable.Range(0, text.Length + 1).SelectMany(at => new[] { text.Insert(at, ";"), text.Insert(at, "="), text.Insert(at, " ") }))
            .Concat(parts.Select(part => $"{text};{part}"))
            .Concat(parts.Select((_, gone) => string.Join(';', parts.Where((_, at) => at != gone))))
            .Concat(parts.Select((_, twice) => string.Join(';', parts.Select((part, at) => at == (twice + 1) % parts.Length ? parts[twice] : part))));

        Assert.All(others.Where(UsualConnectionString.Is), other => Assert.True(Takes(other), other));
    }

    private static bool Takes(string text)
    {
        try
        {
            _ = new TableServiceClient(text);
            return true;
        }
        catch (Exception refused) when (refused is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
