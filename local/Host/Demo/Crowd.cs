using Bogus;

namespace LeadFunctions.Local.Demo;

/// <summary>People who write to the clinic, one after the other: from one seed always the same, in the same order.</summary>
internal sealed class Crowd(int seed)
{
    private const string Website = "https://mindbody.example.com";
    private const int RecentPeople = 8;

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "any"];
    private static readonly string[] Parts = ["morning", "afternoon", "any"];
    private static readonly string[] Visits = ["either", "in-person", "telehealth"];

    private readonly Faker faker = new("en") { Random = new Randomizer(seed) };
    private readonly List<Person> people = [];
    private readonly Dictionary<string, MadeUpSource> firstSources = [];

    private Randomizer Random => faker.Random;

    /// <summary>The next one's submission.</summary>
    public MadeUpLead Next()
    {
        var again = people.Count > RecentPeople && Random.Percent(6);
        var person = again ? people[Random.Int(0, people.Count - RecentPeople)] : Newcomer();
        var story = Random.Weighted(Story.All, story => story.Weight);
        var isCall = again || Random.Percent(35);
        var contactBy = isCall ? "phone" : Random.Weighted(["email", "phone", "text"], by => by == "email" ? 6 : 2);
        var hasPhone = isCall || contactBy != "email" || Random.Percent(30);
        var hasEmail = !isCall || Random.Percent(60);
        var lead = new MadeUpLead
        {
            SubmissionId = Random.Guid(),
            Kind = isCall ? "call" : "appointment",
            Name = person.Name,
            Email = hasEmail ? person.Email : null,
            Phone = hasPhone ? person.Phone : null,
            ContactBy = contactBy,
            Concerns = story.Concerns,
            Message = MessageOf(story, again),
            PreferredTimes = Times(),
            Visit = story.Concerns.Contains("telehealth") ? "telehealth" : Random.ArrayElement(Visits),
            Consent = new(hasEmail && Random.Percent(70), hasPhone && (isCall || Random.Percent(60)), contactBy == "text"),
            Source = SourceOf(story),
        };
        firstSources.TryAdd(person.Name, lead.Source);
        return lead;
    }

    /// <summary>From where somebody came the first time.</summary>
    public MadeUpSource? FirstOf(string name) => firstSources.GetValueOrDefault(name);

    private Person Newcomer()
    {
        var person = Person.MakeUp(faker, people.Count);
        people.Add(person);
        return person;
    }

    private string MessageOf(Story story, bool again) =>
        again ? "I wrote to you before and would rather talk to somebody on the phone."
        : Random.Percent(55) ? Random.ListItem([.. story.Messages])
        : "";

    private List<MadeUpTime> Times() =>
        [.. Enumerable.Range(0, Random.Weighted([0, 1, 2], times => 3 - times)).Select(_ => new MadeUpTime(Random.ArrayElement(Days), Random.ArrayElement(Parts)))];

    private MadeUpSource SourceOf(Story story)
    {
        var arrival = Random.Weighted(Arrival.All, arrival => arrival.Weight);
        var article = Random.Percent(70) ? story.Article : null;
        var page = article is null ? $"{Website}/contact" : $"{Website}/articles/{article}";
        return new(page, article, arrival.Campaign, arrival.Medium, arrival.Content, arrival.Referrer);
    }
}
