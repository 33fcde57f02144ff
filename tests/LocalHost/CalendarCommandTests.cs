using System.Globalization;
using LeadFunctions.Local.Commands;

namespace LeadFunctions.Tests.Hosting;

/// <summary><c>--calendar</c>, which starts nothing.</summary>
public sealed class CalendarCommandTests : IDisposable
{
    private readonly StringWriter output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter errors = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task It_prints_what_comes_when_and_why_across_changed_clocks_and_ends()
    {
        Assert.Equal(0, await RunAsync("--calendar appointment --concerns depression,chronic-pain --from 2026-03-01"));

        string[] expected =
        [
            "Appointment, version 3, on the clock of America/Los_Angeles",
            "concerns: depression, chronic-pain · language: en · follows links: no",
            "",
            "2026-03-01 Sun 12:00 -08:00  the request",
            "2026-03-01 Sun 12:00 -08:00  the confirmation",
            "2026-03-02 Mon 09:00 -08:00  step 1: 2 articles",
            "    variant a of a, b, drawn by chance for each person: the usual subject",
            "    depression-and-chronic-pain",
            "        The Connection Between Depression and Chronic Pain: covers depression and chronic pain together",
        ];
        Assert.Equal(expected, Lines.Take(expected.Length));
        Assert.Contains("2026-03-05 Thu 09:00 -08:00  step 2: 2 articles", Lines);
        Assert.Contains("2026-03-08 Sun                the clocks are changed: -08:00 becomes -07:00", Lines);
        Assert.Contains("2026-03-11 Wed 09:00 -07:00  step 3: 1 article", Lines);
        Assert.Equal(5, Lines.Count(line => line.StartsWith("        ", StringComparison.Ordinal)));
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public async Task It_says_which_steps_a_condition_leaves_out()
    {
        await RunAsync("--calendar call --from 2026-10-25T23:30");
        Assert.Contains("2026-11-12 Thu 10:00 -08:00  step 4: skipped: only for people who have followed a link", Lines);

        await RunAsync("--calendar call --from 2026-10-25T23:30 --clicked");
        Assert.Contains("2026-11-12 Thu 10:00 -08:00  step 4: 1 article", Lines);
    }

    [Fact]
    public async Task It_speaks_the_language_and_leaves_out_the_article_that_was_read()
    {
        await RunAsync("--calendar appointment --concerns depression,chronic-pain --language es --article depression-and-chronic-pain --from 2026-03-01");

        Assert.Contains("language: es", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("    depression-and-chronic-pain", Lines);
        Assert.Contains(Lines, line => line.Contains("(en inglés)", StringComparison.Ordinal));
        Assert.Equal("en", LeadFunctions.Languages.Language.Current.Code);
    }

    [Theory]
    [InlineData("--calendar walk-in", "--calendar needs some of appointment, call.")]
    [InlineData("--calendar call --concerns depresion", "--concerns needs some of depression, *")]
    [InlineData("--calendar call --article nothing", "--article needs some of *")]
    [InlineData("--calendar call --language fr", "--language needs one of en, es.")]
    [InlineData("--calendar call --from 1.3.2026", "--from needs a date such as 2026-03-01, or a date and time*")]
    public async Task What_is_not_in_the_content_is_said_in_one_line(string typed, string problem)
    {
        Assert.Equal(1, await RunAsync(typed));

        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(problem).Replace("\\*", ".*", StringComparison.Ordinal) + "$", errors.ToString().Trim());
        Assert.Empty(output.ToString());
    }

    private string[] Lines => output.ToString().ReplaceLineEndings("\n").Split('\n');

    // A data directory that cannot be, and storage that cannot start: neither is touched.
    private Task<int> RunAsync(string typed) =>
        new RunCommand(output, errors, startStorage: null).RunAsync([.. typed.Split(' '), "--data", "/dev/null/nowhere"], CancellationToken.None);
}
