using System.Text.Json;
using System.Text.RegularExpressions;
using LeadFunctions.Clinic;
using LeadFunctions.Local.Demo;

namespace LeadFunctions.Tests.Demo;

public sealed partial class VisitBookTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);
    private static readonly ClinicTime Time = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));

    [Fact]
    public void The_same_seed_makes_the_same_month() => Assert.Equal(Month(seed: 650), Month(seed: 650));

    [Fact]
    public void Another_seed_makes_another_month() => Assert.NotEqual(Month(seed: 650), Month(seed: 651));

    [Fact]
    public void The_same_people_come_whatever_the_dates()
    {
        var monthLater = new VisitBook(Time, seed: 650).Between(End, End.AddDays(30)).Select(visit => Text(visit.Lead));
        var month = Visits(650).Select(visit => Text(visit.Lead));

        Assert.Equal(month.Take(100), monthLater.Take(100));
    }

    [Fact]
    public void Two_people_share_neither_address_nor_number()
    {
        var people = Visits(650).Select(visit => visit.Lead).GroupBy(lead => lead.Name).ToList();

        Assert.All(people, person => Assert.InRange(person.Select(lead => lead.Phone).OfType<string>().Distinct().Count(), 0, 1));
        Assert.Equal(
            people.SelectMany(person => person.Select(lead => lead.Phone).OfType<string>().Distinct()).Distinct().Count(),
            people.Count(person => person.Any(lead => lead.Phone is not null)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(650)]
    [InlineData(9001)]
    public void More_people_write_by_day_than_by_night(int seed)
    {
        var hours = Visits(seed).Select(visit => Time.LocalAt(visit.At).Hour).ToList();

        Assert.InRange(hours.Count(hour => hour is >= 8 and < 22), hours.Count * 3 / 4, hours.Count);
    }

    [Fact]
    public void Nobody_in_the_stories_is_in_danger() =>
        Assert.All(Story.All.SelectMany(story => story.Messages), message => Assert.DoesNotMatch(Danger(), message));

    private static IReadOnlyList<Visit> Visits(int seed) => new VisitBook(Time, seed).Between(End.AddDays(-30), End);

    private static IEnumerable<string> Month(int seed) => Visits(seed).Select(visit => $"{visit.At:O} {Text(visit.Lead)} {visit.LeavesAt:O}");

    private static string Text(MadeUpLead lead) => JsonSerializer.Serialize(lead);

    [GeneratedRegex(@"\b(suicid\w*|kill\w*|die|dying|dead|end it|self.?harm|hurt myself|overdose|no way out|hopeless\w*|emergency|988|911)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Danger();
}
