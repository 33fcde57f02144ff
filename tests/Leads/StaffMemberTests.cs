using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Access;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Leads;

/// <summary>Who works for the clinic, as the settings say it.</summary>
public sealed class StaffMemberTests
{
    [Theory]
    [InlineData("maria@example.com;staff", "en", "maria@example.com;staff")]
    [InlineData("maria@example.com;staff;en", "en", "maria@example.com;staff")]
    [InlineData("maria@example.com; admin; es", "es", "maria@example.com;admin;es")]
    public void A_member_speaks_English_unless_the_third_part_says_otherwise(string text, string language, string written)
    {
        var member = StaffBrowser.Member(text);

        Assert.Equal(language, member.Language.Code);
        Assert.Equal(written, member.ToText());
        Assert.Equal(member, StaffBrowser.Member(member.ToText()));
    }

    [Theory]
    [InlineData("maria@example.com")]
    [InlineData("maria@example.com;staff;")]
    [InlineData("maria@example.com;staff;fr")]
    [InlineData("maria@example.com;staff;es;es")]
    [InlineData("maria@example.com;es")]
    public void Anything_else_stops_the_start_with_its_name(string text)
    {
        var options = new StaffOptions();
        options.Members.Add("frontdesk@example.com;staff");
        options.Members.Add(text);

        var result = new StaffOptionsValidator().Validate(name: null, options);

        Assert.Equal(
            ["Staff__Members__1 should be address;role or address;role;language, the role one of staff, marketing, admin, the language en or es."],
            result.Failures);
    }

    [Fact]
    public void Alerts_go_to_staff_and_to_admins_only_where_there_is_no_staff()
    {
        Assert.Equal(["one@example.com", "two@example.com"], Directory("one@example.com;staff", "boss@example.com;admin", "two@example.com;staff;es").Alerted);
        Assert.Equal([Language.Spanish], Directory("m@example.com;marketing", "boss@example.com;admin;es").AlertedMembers.Select(member => member.Language));
    }

    private static StaffDirectory Directory(params string[] members)
    {
        var options = new StaffOptions();
        foreach (var member in members)
        {
            options.Members.Add(member);
        }

        return new(Options.Create(options));
    }
}
