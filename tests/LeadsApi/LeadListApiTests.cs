using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.LeadsApi;

/// <summary>The list over HTTP, as JSON and as CSV.</summary>
public sealed class LeadListApiTests : IAsyncLifetime
{
    private LeadsClient client = null!;

    public async Task InitializeAsync() => client = await LeadsClient.StartAsync();

    public async Task DisposeAsync() => await client.DisposeAsync();

    [Fact]
    public async Task The_list_comes_page_by_page_newest_first()
    {
        var leads = await SeveralAsync(5);

        var first = await client.GetAsync("/api/leads?limit=2&kind=appointment");
        var second = await client.GetAsync($"/api/leads?limit=2&kind=appointment&cursor={first.Text("next")}");
        var third = await client.GetAsync("/api/leads" + second.Link![1..second.Link!.IndexOf('>', StringComparison.Ordinal)]);

        Assert.Equal(leads.Reverse().Select(lead => lead.Id.ToReference("PAMB")), first.References.Concat(second.References).Concat(third.References));
        Assert.Equal(JsonValueKind.Null, third.Json.GetProperty("next").ValueKind);
        Assert.Null(third.Link);
    }

    [Fact]
    public async Task A_link_to_the_next_page_does_not_carry_the_key()
    {
        await SeveralAsync(2);
        client.App.Client.DefaultRequestHeaders.Remove("x-functions-key");

        var answer = await client.GetAsync("/api/leads?limit=1&code=local");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("local", answer.Link, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=new", 2)]
    [InlineData("status=booked", 1)]
    [InlineData("kind=call", 1)]
    [InlineData("concern=depression", 2)]
    [InlineData("assignee=Robin@example.com", 1)]
    [InlineData("assignee=none", 2)]
    [InlineData("quarantined=true", 1)]
    [InlineData("urgent=true", 1)]
    [InlineData("q=quill", 1)]
    [InlineData("q=555-0123", 3)]
    [InlineData("q=robin@example.com", 0)]
    [InlineData("status=&kind=&q=", 3)]
    public async Task Each_parameter_narrows_the_list(string query, int expected)
    {
        await client.CaptureAsync(ALead.Captured() with { Quarantined = true, Concerns = [] });
        await client.CaptureAsync(ALead.Captured(kind: LeadKind.Call) with { IsUrgent = true });
        var booked = await client.CaptureAsync(ALead.Captured() with { Name = ALead.Name("Roberta Quill") });
        await client.PatchAsync(booked, """{ "status": "booked", "assignee": "robin@example.com" }""");

        Assert.Equal(expected, (await client.GetAsync($"/api/leads?{query}")).References.Count());
    }

    [Fact]
    public async Task A_person_is_found_by_their_address_and_a_lead_by_its_reference()
    {
        var contact = client.App.Get<LeadKeys>().Contact(ALead.Email("robin@example.com"), phone: null);
        var leads = new[] { await client.CaptureAsync(ALead.Captured(contact)), await client.CaptureAsync(ALead.Captured(contact)), await client.CaptureAsync(ALead.Captured()) };

        Assert.Equal(2, (await client.GetAsync("/api/leads?q=Robin@Example.com")).References.Count());
        var reference = leads[2].Id.ToReference("PAMB");
        Assert.Equal([reference], (await client.GetAsync($"/api/leads?q={reference}")).References);
    }

    [Fact]
    public async Task What_has_waited_longer_than_promised_is_overdue_until_somebody_answers()
    {
        // An hour after the clinic has opened on some day; calls are promised within 15 minutes of opening hours.
        var clinic = client.App.Get<ClinicProfile>();
        var tomorrow = clinic.Time.DateAt(client.App.Clock.GetUtcNow()).AddDays(1);
        var opens = Enumerable.Range(0, 30).SelectMany(day => clinic.Hours.SpansOn(tomorrow.AddDays(day))).First().Opens;
        await client.App.AdvanceAsync(opens.AddHours(1) - client.App.Clock.GetUtcNow());
        var now = client.App.Clock.GetUtcNow();
        var late = await client.CaptureAsync(ALead.Captured(at: now.AddMinutes(-16), kind: LeadKind.Call));
        await client.CaptureAsync(ALead.Captured(at: now.AddMinutes(-14), kind: LeadKind.Call));
        await client.CaptureAsync(ALead.Captured(at: now.AddMinutes(-16)));

        var overdue = await client.GetAsync("/api/leads?overdue=true");
        Assert.Equal([late.Id.ToReference("PAMB")], overdue.References);
        Assert.True(overdue.Json.GetProperty("items")[0].GetProperty("overdue").GetBoolean());
        Assert.Equal(2, (await client.GetAsync("/api/leads?overdue=false")).References.Count());

        await client.PatchAsync(late, """{ "call": "no-answer" }""");
        Assert.Empty((await client.GetAsync("/api/leads?overdue=true")).References);
    }

    [Theory]
    [InlineData("status=won", "status")]
    [InlineData("status=new&status=booked", "status")]
    [InlineData("kind=Call", "kind")]
    [InlineData("concern=hysteria", "concern")]
    [InlineData("overdue=yes", "overdue")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=AAAA", "cursor")]
    [InlineData("cursor=________________", "cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAA%3D", "cursor")]
    [InlineData("bom=maybe", "bom")]
    [InlineData("sort=name", "sort")]
    public async Task A_parameter_that_says_nothing_is_refused_by_name(string query, string name)
    {
        var answer = await client.GetAsync($"/api/leads?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Type));
        Assert.NotEmpty(answer.Error(name));
    }

    [Fact]
    public async Task A_spreadsheet_gets_the_whole_list_unless_it_names_a_limit()
    {
        await SeveralAsync(60);

        var all = await client.GetAsync("/api/leads", "text/csv");
        var page = await client.GetAsync("/api/leads?limit=10", "text/csv, application/json;q=0.5");

        Assert.Equal((60, null), (Rows(all.Bytes).Count, all.Link));
        Assert.Equal(10, Rows(page.Bytes).Count);
        Assert.NotNull(page.Link);
        Assert.Equal("application/json", (await client.GetAsync("/api/leads", "application/json, text/csv;q=0.9")).Type);
    }

    [Fact]
    public async Task A_clinic_that_moves_takes_everything_that_is_known_of_every_lead_with_it()
    {
        var leads = await SeveralAsync(3);
        await client.PatchAsync(leads[1], """{ "note": "called on Monday" }""");

        var answer = await client.GetAsync("/api/leads", "application/x-ndjson");
        var files = Encoding.UTF8.GetString(answer.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal("application/x-ndjson", answer.Type);
        Assert.Equal(leads.Reverse().Select(lead => lead.Id.ToReference("PAMB")), files.Select(file => file.GetProperty("reference").GetString()));
        Assert.Contains("called on Monday", files[1].GetProperty("timeline").GetRawText(), StringComparison.Ordinal);
        foreach (var lead in leads)
        {
            var file = await client.App.Leads.FindAsync(lead.Id, default);
            Assert.Contains(file!.Timeline, entry => entry.Deed.Kind == TimelineKind.Viewed);
        }
    }

    [Fact]
    public async Task A_byte_order_mark_comes_when_it_is_asked_for()
    {
        await SeveralAsync(1);

        var (with, without) = (await client.GetAsync("/api/leads?bom=true", "text/csv"), await client.GetAsync("/api/leads", "text/csv"));

        Assert.Equal("text/csv", with.Type);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. without.Bytes], with.Bytes);
        Assert.Equal("reference,kind,"u8.ToArray(), without.Bytes[..15]);
    }

    [Fact]
    public async Task What_people_wrote_comes_through_and_no_cell_is_a_formula()
    {
        string[] written =
        [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1+1", "\"=1+1", "\" =cmd|' /C calc'!A0", "'=1", "\n=1", "\uFF1D1+1", "=HYPERLINK(\"http://x\",\"y\")",
            "a,b", "a;b", "say \"hi\"", "two\nlines", " spaces ", "plain", "ünïcödé 🙂", "", "1=1",
        ];
        foreach (var (index, text) in written.Index())
        {
            await client.CaptureAsync(ALead.Captured(at: ALead.Noon.AddMinutes(-index)) with
            {
                Message = text,
                Source = new() { Campaign = text },
                Phone = ALead.Phone("+44 20 7946 0958 x7"),
            });
        }

        var answer = await client.GetAsync("/api/leads", "text/csv");
        var rows = Rows(answer.Bytes);

        Assert.Equal(written, rows.Select(row => row["message"].StartsWith('\'') && !written.Contains(row["message"]) ? row["message"][1..] : row["message"]));
        Assert.Equal(rows.Select(row => row["message"]), rows.Select(row => row["sourceCampaign"]));
        Assert.All(rows.SelectMany(row => row.Values), cell => Assert.DoesNotMatch("^[\\s\"]*[=+\\-@\uFF1D\t\r\0]", cell));
        Assert.All(rows, row => Assert.Equal("'+44 2079460958 ext. 7", row["phone"]));
        Assert.Equal(["plain", "1=1"], rows.Select(row => row["message"]).Where(text => text is "plain" or "1=1"));
        Assert.DoesNotContain("\n", Encoding.UTF8.GetString(answer.Bytes).Replace("\r\n", "", StringComparison.Ordinal).Replace("\"two\nlines\"", "", StringComparison.Ordinal).Replace("\"'\n=1\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<Lead[]> SeveralAsync(int count)
    {
        var leads = Enumerable.Range(0, count).Select(index => ALead.Captured(ALead.AContact(index % Shard.Count), ALead.Noon.AddMinutes(index))).ToArray();
        foreach (var lead in leads)
        {
            await client.CaptureAsync(lead);
        }

        return leads;
    }

    private static List<Dictionary<string, string>> Rows(byte[] csv)
    {
        using var reader = new CsvReader(new StreamReader(new MemoryStream(csv)), CultureInfo.InvariantCulture);
        var rows = new List<Dictionary<string, string>>();
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
        {
            rows.Add(reader.HeaderRecord!.ToDictionary(name => name, name => reader.GetField(name)!));
        }

        return rows;
    }
}
