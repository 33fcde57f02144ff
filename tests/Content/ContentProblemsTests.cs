using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Start;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Tests.Content;

public sealed class ContentProblemsTests : IDisposable
{
    private const string Pain = "articles/can-ketamine-relieve-my-chronic-pain.md";

    private readonly EditedContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void The_sample_content_has_no_problems() => Assert.Empty(content.Problems());

    [Theory]
    [InlineData("name: Palo Alto Mind Body\nreferencePrefix", "referencePrefix", "clinic.yml(2): 'name' is missing")]
    [InlineData("referencePrefix: PAMB", "referencePrefix: pamb-1", "clinic.yml(3): 'referencePrefix': expected 2 to 6 capital letters")]
    [InlineData("name: Palo Alto Mind Body\nref", "name: Palo Alto Mind Body\nmotto: x\nref", "clinic.yml(3): 'motto' is not a field that is known here*")]
    [InlineData("digestAt: \"07:30\"", "digestAt: half past seven", "clinic.yml(*): 'digestAt': expected a time of day such as 07:30")]
    [InlineData("digestAt: \"07:30\"", "digestAt: [7, 30]", "clinic.yml(*): 'digestAt': expected a time of day such as 07:30")]
    [InlineData("digestAt: \"07:30\"", "digestAt: \"07:30\"\ndigestAt: \"08:30\"", "clinic.yml(*): 'digestAt' stands here a second time; the first is in line *")]
    [InlineData("America/Los_Angeles", "Mars/Olympus_Mons", "clinic.yml(20): 'timeZone': expected an IANA time zone*")]
    [InlineData("America/Los_Angeles", "Pacific Standard Time", "clinic.yml(20): 'timeZone': expected an IANA time zone*")]
    [InlineData("number: \"+16505550142\"", "number: 650 555 0142", "clinic.yml(6): 'number': expected a number in E.164*")]
    [InlineData("website: https://", "website: http://", "clinic.yml(18): 'website': expected an https address")]
    [InlineData("monday: 08:30-17:30", "monday: 09:00-12:00, 11:30-17:00", "clinic.yml(23): 'monday': expected 'closed', or hours*that are in order and do not overlap")]
    [InlineData("monday: 08:30-17:30", "monday: 17:00-08:00", "clinic.yml(23): 'monday': expected 'closed', or hours*")]
    [InlineData("  sunday: closed\n", "", "clinic.yml(23): 'sunday' is missing")]
    [InlineData("day: last monday of may", "day: whitsun", "clinic.yml(*): 'day': expected a day such as*")]
    [InlineData("day: june 19", "day: june 31", "clinic.yml(*): 'day': expected a day such as*")]
    [InlineData("call: 15 minutes", "call: soon", "clinic.yml(*): 'call': expected a duration such as*")]
    [InlineData("from: hello@mindbody.example.com", "from: hello", "clinic.yml(*): 'from': expected an e-mail address")]
    [InlineData("from: hello@mindbody.example.com", "from: <hello@mindbody.example.com>", "clinic.yml(*): 'from': expected an e-mail address")]
    [InlineData("from: hello@mindbody.example.com", "from: hello@mindbody..example.com", "clinic.yml(*): 'from': expected an e-mail address")]
    [InlineData("name: Palo Alto Mind Body\n  from", "name: \"Palo Alto\\nMind Body\"\n  from", "clinic.yml(*): 'name': expected a name of 1 to 60 characters, on one line")]
    [InlineData("  texts:\n    - version: 2026-11-01", "  texts:\n    - version: one", "clinic.yml(*): 'version': expected a date such as 2026-03-31")]
    [InlineData("name: Palo Alto Mind Body\nref", "name: \"Palo Alto Mind Body\nref", "clinic.yml(*): is not YAML that can be read*")]
    [InlineData("name: Palo Alto Mind Body\nref", "name: [Palo, Alto\nref", "clinic.yml(*): is not YAML that can be read*")]
    [InlineData("name: Palo Alto Mind Body", "name: &name Palo Alto Mind Body", "clinic.yml(2): anchors (&) and aliases (\\*) are not used*")]
    public void The_clinic_is_checked(string text, string replacement, string problem)
        => AssertProblem("clinic.yml", text, replacement, problem);

    [Theory]
    [InlineData("    - kick <self>", "    - kick (<self>", "crisis.yml(*): 'harmless': expected a phrase*")]
    [InlineData("    - kick <self>", "    - kick <selves>", "crisis.yml(*): 'harmless': expected a phrase*")]
    [InlineData("    - kick <self>", "    - kick?", "crisis.yml(*): 'harmless': expected a phrase*")]
    [InlineData("    - kick <self>", "    - kick | ", "crisis.yml(*): 'harmless': expected a phrase*")]
    [InlineData("    - kick <self>", "    - ... kick", "crisis.yml(*): 'harmless': expected a phrase*")]
    [InlineData("      unless: [something else, joking, a bond that ends]", "      unless: [something new]", "crisis.yml(*): 'unless': there is no context 'something new'")]
    [InlineData("    - about: an overdose\n      phrases:", "    - about: an overdose\n      words:", "crisis.yml(*): 'phrases' is missing")]
    public void Crisis_wording_is_checked(string text, string replacement, string problem)
        => AssertProblem("crisis.yml", text, replacement, problem);

    [Theory]
    [InlineData("whenNothingNamed: other", "whenNothingNamed: ketamine", "concerns.yml(5): 'whenNothingNamed': expected the id of a concern, not 'ketamine'")]
    [InlineData("id: telehealth", "id: ketamine", "concerns.yml(5): the id 'ketamine' stands here more than once")]
    [InlineData("id: sleep", "id: Sleep!", "concerns.yml(*): 'id': expected 1 to 50 lower-case letters, digits and hyphens")]
    [InlineData("label: { en: Sleep,", "labels: { en: Sleep,", "concerns.yml(*): 'label' is missing")]
    [InlineData("label: { en: Sleep, es: Sueño }", "label: { en: Sleep }", "concerns.yml(*): 'es' is missing")]
    [InlineData("label: { en: Sleep, es: Sueño }", "label: Sleep", "concerns.yml(*): expected fields here ('name: value')")]
    [InlineData("label: { en: Sleep, es: Sueño }", "label: { en: Sleep, es: Sueño, fr: Sommeil }", "concerns.yml(*): 'fr' is not a field that is known here; known are en, es")]
    [InlineData("      es: []", "      es: none", "concerns.yml(*): 'es': expected a list")]
    [InlineData("      es: []", "      es: [a, [b]]", "concerns.yml(*): 'es': expected a list of texts")]
    public void Concerns_are_checked(string text, string replacement, string problem)
        => AssertProblem("concerns.yml", text, replacement, problem);

    [Theory]
    [InlineData("chronic-pain: 5", "chronic-plain: 5", Pain + "(12): 'chronic-plain' is not a concern in concerns.yml; known are depression, *")]
    [InlineData("chronic-pain: 5", "telehealth: 5", Pain + "(12): 'telehealth' is not a concern in concerns.yml; known are depression, *")]
    [InlineData("ketamine: 4", "anxiety: 4", Pain + "(15): 'anxiety' is not an interest in concerns.yml; known are ketamine, *")]
    [InlineData("chronic-pain: 5", "chronic-pain: 6", Pain + "(12): 'chronic-pain': expected a whole number from 1 to 5")]
    [InlineData("minutes: 4", "minutes: four", Pain + "(16): 'minutes': expected a whole number from 1 to 60")]
    [InlineData("published: 2026-05-06", "published: May 2026", Pain + "(17): 'published': expected a date such as 2026-03-31")]
    [InlineData("https://mindbody.example.com/", "https://elsewhere.example.com/", Pain + "(10): 'url': expected an address on the clinic's website, mindbody.example.com")]
    [InlineData("https://mindbody.example.com/", "mindbody/", Pain + "(10): 'url': expected an https address")]
    [InlineData("articles/can-ketamine-relieve-my-chronic-pain", "articles/your-first-visit", "articles/your-first-visit.md(8): 'url': " + Pain + " has the same address")]
    [InlineData("title:\n", "titel:\n", Pain + "(2): 'title' is missing")]
    [InlineData("  es: \"¿Puede", "  de: \"¿Puede", Pain + "(3): 'es' is missing")]
    [InlineData("---\ntitle", "title", Pain + "(1): expected to start with fields between two lines of three hyphens")]
    public void Articles_are_checked(string text, string replacement, string problem)
        => AssertProblem(Pain, text, replacement, problem);

    [Theory]
    [InlineData("after: 1 day", "after: tomorrow", "sequences/appointment-2.yml(31): 'after': expected a duration such as*")]
    [InlineData("after: 1 day", "after: 5 hours", "sequences/appointment-2.yml(31): 'after': expected at least a day after the capture and after the step before")]
    [InlineData("after: 4 days", "after: 36 hours", "sequences/appointment-2.yml(36): 'after': expected at least a day*")]
    [InlineData("articles: 1", "articles: 0", "sequences/appointment-2.yml(44): 'articles': expected a whole number from 1 to 5")]
    [InlineData("at: \"09:00\"", "att: \"09:00\"", "sequences/appointment-2.yml(32): 'att' is not a field that is known here; known are step, after, articles, at, template, *")]
    [InlineData("at: \"09:00\"", "at: \"07:30\"", "sequences/appointment-2.yml(32): 'at': expected a time of day inside of the window and outside of the clinic's quiet hours")]
    [InlineData("step: 2", "step: 1", "sequences/appointment-2.yml(35): 'step': expected a higher number than that of the step before")]
    [InlineData("template: articles", "template: birthday", "sequences/appointment-2.yml(33): 'template': expected articles")]
    [InlineData("version: 2", "version: next", "sequences/appointment-2.yml(6): 'version': expected a whole number*")]
    [InlineData("version: 2", "version: 3", "sequences/appointment-2.yml(5): the file of this kind and version is sequences/appointment-3.yml")]
    [InlineData("kind: appointment", "kind: walk-in", "sequences/appointment-2.yml(5): 'kind': expected appointment or call")]
    [InlineData("newerRequest: restart", "newerRequest: whatever", "sequences/appointment-2.yml(10): 'newerRequest': expected restart or continue")]
    [InlineData("endsAt: [booked, closed]", "endsAt: [booked]", "sequences/appointment-2.yml(14): 'endsAt': expected booked and closed*")]
    [InlineData("endsAt: [booked, closed]", "endsAt: [booked, closed, new]", "sequences/appointment-2.yml(14): 'endsAt': expected booked and closed*")]
    [InlineData("mostPerWeek: 3", "mostPerWeek: 8", "sequences/appointment-2.yml(17): 'mostPerWeek': expected a whole number from 1 to 7")]
    [InlineData("days: [monday,", "days: [moonday,", "sequences/appointment-2.yml(21): 'days': expected weekdays such as monday")]
    [InlineData("days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]", "days: []", "sequences/appointment-2.yml(21): 'days': expected at least one weekday")]
    [InlineData("hours: 08:00-20:00", "hours: 20:00-08:00", "sequences/appointment-2.yml(22): 'hours': expected hours such as*")]
    [InlineData("hours: 08:00-20:00", "hours: 21:00-24:00", "sequences/appointment-2.yml(22): 'hours': expected some that are not among the clinic's quiet hours")]
    [InlineData("latest: 3 days", "latest: never", "sequences/appointment-2.yml(26): 'latest': expected a duration such as*")]
    [InlineData("articles: 1\n", "articles: 1\n    only: { anyOf: [depresion] }\n", "sequences/appointment-2.yml(45): 'anyOf': expected ids of concerns.yml")]
    [InlineData("articles: 1\n", "articles: 1\n    only: { anyOf: [sleep], noneOf: [sleep] }\n", "sequences/appointment-2.yml(45): 'noneOf': expected none of 'anyOf'")]
    [InlineData("articles: 1\n", "articles: 1\n    only: { language: fr }\n", "sequences/appointment-2.yml(45): 'language': expected en or es")]
    [InlineData("articles: 1\n", "articles: 1\n    only: { status: [booked] }\n", "sequences/appointment-2.yml(45): 'status': expected new or contacted*")]
    [InlineData("articles: 1\n", "articles: 1\n    only: { clicked: often }\n", "sequences/appointment-2.yml(45): 'clicked': expected yes or no")]
    public void Sequences_are_checked(string text, string replacement, string problem)
        => AssertProblem("sequences/appointment-2.yml", text, replacement, problem);

    [Fact]
    public void All_problems_of_all_files_are_told_at_once()
    {
        content
            .Replace("clinic.yml", "digestAt: \"07:30\"", "digestAt: early")
            .Replace("concerns.yml", "label: { en: Sleep,", "label: { en: \"\",")
            .Replace(Pain, "minutes: 4", "minutes: 400")
            .Replace("sequences/call-2.yml", "after: 2 days", "after: a while");

        var problems = content.Problems();

        Assert.Equal(
            ["articles/can-ketamine-relieve-my-chronic-pain.md", "clinic.yml", "concerns.yml", "sequences/call-2.yml"],
            problems.Select(problem => problem[..problem.IndexOf('(', StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_missing_file_is_one_problem_and_not_one_for_each_of_its_fields()
    {
        content.Delete("concerns.yml");

        Assert.Equal(["concerns.yml(1): the file is missing"], content.Problems());
    }

    [Fact]
    public void Two_articles_of_one_name_in_different_folders_are_refused()
    {
        content.Write("articles/older/your-first-visit.md", "---\n---\n");

        Assert.Equal(
            ["articles/your-first-visit.md(1): there is another article 'your-first-visit': articles/older/your-first-visit.md"],
            content.Problems().Where(problem => problem.Contains("another", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_article_without_a_text_is_refused()
    {
        content.Write("articles/empty.md", "---\ntitle: Empty\n---\n\n");

        Assert.Contains("articles/empty.md(3): expected a text behind the fields", content.Problems());
    }

    [Fact]
    public void An_article_about_nothing_is_refused()
    {
        content.Replace("articles/your-first-visit.md", "concerns:\n  other: 5\ntreatments:\n  telehealth: 1\n  psychotherapy: 1\n", "concerns: {}\ntreatments: {}\n");

        Assert.Equal(["articles/your-first-visit.md(2): expected at least one concern or treatment: it would never be chosen"], content.Problems());
    }

    [Fact]
    public void A_sequence_for_an_unknown_kind_of_lead_is_refused()
    {
        content.Write("sequences/walk-in.yml", "kind: walk-in\nversion: 1\nname: Walk-in\nnewerRequest: restart\nendsAt: [booked, closed]\nsteps: []");

        Assert.Contains("sequences/walk-in.yml(1): 'kind': expected appointment or call", content.Problems());
    }

    [Theory]
    [InlineData("sequences/appointment-1.yml", "sequences/appointment-1.yml(1): the file is missing: leads may have begun with it, and a newer version is there")]
    [InlineData("sequences/call-1.yml", "sequences/call-1.yml(1): the file is missing: leads may have begun with it, and a newer version is there")]
    public void A_version_that_leads_may_have_begun_with_is_not_taken_away(string file, string problem)
    {
        content.Delete(file);

        Assert.Equal([problem], content.Problems());
    }

    [Fact]
    public void A_kind_of_lead_without_a_sequence_is_refused()
    {
        content.Delete("sequences/call-1.yml").Delete("sequences/call-2.yml").Delete("sequences/call-3.yml");

        Assert.Equal(["sequences/call-1.yml(1): the file is missing"], content.Problems());
    }

    [Fact]
    public void Sequences_that_need_more_articles_than_there_are_are_refused()
    {
        content.Replace("sequences/call-2.yml", "articles: 2", "articles: 5").Replace("sequences/appointment-2.yml", "articles: 2", "articles: 5");

        Assert.Equal(
            ["sequences/call-2.yml(13): 'steps': together with the sequences before, they need 20 articles, the one a visitor came from included; there are 16"],
            content.Problems());
    }

    [Fact]
    public void Quiet_hours_that_never_end_are_refused_and_a_clinic_may_have_none()
    {
        Assert.Empty(content.Replace("clinic.yml", "quietHours: 21:00-08:00\n", "").Problems());

        content.Replace("clinic.yml", "digestAt: \"07:30\"", "digestAt: \"07:30\"\nquietHours: 21:00-21:00");

        Assert.Equal("'quietHours': expected hours of the night such as '21:00-08:00'", Assert.Single(content.Problems()).Split(": ", 2)[1]);
    }

    [Theory]
    [InlineData("clinic.yml", "digestAt: \"07:30\"", "digestAt: early")]
    [InlineData("articles/how-telehealth-works.md", "minutes: ", "minutes: about ")]
    public async Task Content_that_cannot_be_used_stops_the_start_whether_or_not_anybody_has_asked_for_it(string file, string text, string replacement)
    {
        content.Replace(file, text, replacement);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Content:Directory"] = content.Directory;
        builder.Services.AddClinic().AddArticles();
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<ContentException>(() => host.StartAsync());

        Assert.Contains($"{file}(", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_is_checked_when_the_first_who_came_has_their_answer_and_the_start_is_not_over_before()
    {
        var isRead = false;
        using var host = PutOff(services => services.AddContent(reading =>
        {
            isRead = true;
            reading.Report("clinic.yml", 7, "says nothing");
            return new Leaflet();
        }));
        var starting = host.StartAsync();
        await Others.HadTheirTurnAsync();
        Assert.False(isRead || starting.IsCompleted);

        host.Services.GetRequiredService<FirstAnswer>().Give();

        await Assert.ThrowsAsync<ContentException>(() => starting);
    }

    [Fact]
    public async Task An_app_that_is_told_to_stop_before_ends_in_order()
    {
        using var host = PutOff(services => services.AddClinic());
        using var stop = new CancellationTokenSource();
        var starting = host.StartAsync(stop.Token);

        await stop.CancelAsync();

        await starting.WaitAsync(TimeSpan.FromSeconds(30));
        await host.StopAsync();
    }

    [Fact]
    public void Whoever_asks_for_a_part_of_content_that_cannot_be_used_hears_of_all_that_is_wrong()
    {
        content.Replace("clinic.yml", "digestAt: \"07:30\"", "digestAt: early").Replace("concerns.yml", "id: sleep", "id: Sleep!");
        using var services = EditedContent.Services(content.Directory);

        var exception = Assert.Throws<ContentException>(services.GetRequiredService<ClinicProfile>);

        Assert.Equal(["clinic.yml", "concerns.yml"], exception.Problems.Select(problem => problem.File).Distinct());
    }

    private sealed class Leaflet;

    private IHost PutOff(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Content:Directory"] = content.Directory;
        add(builder.Services.AddFirstAnswer(TimeSpan.FromHours(1)));
        return builder.Build();
    }

    /// <summary>In the expected problem, * stands for anything, \* for itself.</summary>
    private void AssertProblem(string file, string text, string replacement, string problem)
    {
        content.Replace(file, text, replacement);

        var problems = content.Problems();

        var pattern = "^" + System.Text.RegularExpressions.Regex.Escape(problem)
            .Replace("\\\\\\*", "\\*", StringComparison.Ordinal)
            .Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        Assert.Contains(problems, told => System.Text.RegularExpressions.Regex.IsMatch(told, pattern));
    }
}
