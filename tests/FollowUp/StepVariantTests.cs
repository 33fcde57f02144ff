using LeadFunctions.FollowUp;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Content;
using LeadFunctions.Tests.Mails;
using LeadFunctions.Tests.Support;
using static LeadFunctions.Tests.FollowUp.SequenceRules;

namespace LeadFunctions.Tests.FollowUp;

public sealed class StepVariantTests : IDisposable
{
    private const string File = "sequences/appointment-2.yml";

    private static readonly SequenceStep Varied = Step(1, 1) with
    {
        Variants = [new("a"), new("b") { Subject = new("A read for your morning", "Una lectura para su mañana") }, new("c") { First = ["your-first-visit"] }],
    };

    private readonly SequenceRules bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_person_has_one_variant_and_a_crowd_has_all_of_them_as_often()
    {
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Varied]));
        var drawn = Enumerable.Range(0, 3000).Select(_ =>
        {
            var lead = ALead.Captured(ALead.AContact());
            var first = Send(rules, lead);
            Assert.Equal(first.Work.Variant, Send(rules, lead).Work.Variant);
            return first.Work.Variant;
        }).ToList();

        Assert.All(["a", "b", "c"], id => Assert.InRange(drawn.Count(variant => variant == id), 880, 1120));
    }

    [Fact]
    public void A_variant_changes_its_subject_or_its_articles_and_nothing_else()
    {
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Varied]));
        var sends = Enumerable.Range(0, 100).Select(_ => Send(rules, ALead.Captured(ALead.AContact()))).ToLookup(send => send.Work.Variant);

        Assert.All(sends["a"], send => Assert.True(send.Subject is null && send.Articles[0].Slug != "your-first-visit"));
        Assert.All(sends["b"], send => Assert.Equal("A read for your morning", send.Subject!.English));
        Assert.All(sends["c"], send => Assert.True(send.Subject is null && send.Articles[0].Slug == "your-first-visit"));
    }

    [Fact]
    public void What_a_first_try_drew_a_second_try_sends()
    {
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Varied]));
        var lead = ALead.Captured(ALead.AContact());
        var work = Send(rules, lead).Work with { Attempts = 1, Variant = "b" };

        var again = Assert.IsType<Decision.Send>(rules.Decide(work, lead, Person(lead), ALead.Noon));

        Assert.Equal(("b", "A read for your morning"), (again.Work.Variant, again.Subject?.English));
    }

    [Fact]
    public void An_article_that_the_person_has_had_does_not_come_first_again()
    {
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Varied with { Variants = [Varied.Variants[2], Varied.Variants[2] with { Id = "d" }] }]));
        var lead = ALead.Captured() with { Source = new() { Article = "your-first-visit" } };

        Assert.NotEqual("your-first-visit", Send(rules, lead).Articles[0].Slug);
    }

    [Fact]
    public async Task The_mail_has_the_subject_of_its_variant_in_the_language_of_its_reader()
    {
        await using var mails = new MailBench();
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Varied]));
        var lead = ALead.Captured(ALead.AContact()) with { Language = Language.Spanish };
        var send = Assert.IsType<Decision.Send>(rules.Decide(Work(lead, 1) with { Variant = "b", Attempts = 1 }, lead, Person(lead), ALead.Noon));

        var mail = await mails.Get<FollowUpMails>().ComposeAsync(send);

        Assert.Equal("Una lectura para su mañana", mail.Subject);
        Assert.Contains("<title>Una lectura para su", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_mail_is_the_same_there_are_no_variants()
    {
        var rules = bench.OfHipaa(Time(), new Sequence("Test", 1, [Varied]));

        Assert.All(Enumerable.Range(0, 30).Select(_ => Send(rules, ALead.Captured(ALead.AContact()))), send => Assert.Equal((null, null), (send.Work.Variant, send.Subject)));
    }

    [Fact]
    public void What_was_drawn_is_noted_with_the_mail()
    {
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Varied]));
        var work = Send(rules, ALead.Captured(ALead.AContact())).Work;

        var note = Assert.Single(OutboxNote.Of(SendProtocol.Finished(work, SendResult.Accepted, next: null, ALead.Noon)));

        Assert.NotNull(work.Variant);
        Assert.Equal(work.Variant, note.Variant);
    }

    [Theory]
    [InlineData("[{ id: a }]", "(34): 'variants': expected 2 to 4")]
    [InlineData("[{ id: a }, { id: b }]", "(34): 'variants': expected each to have an id of its own, and at most one that changes nothing")]
    [InlineData("[{ id: a }, { id: a, first: [your-first-visit] }]", "(34): 'variants': expected each to have an id of its own, and at most one that changes nothing")]
    [InlineData("[{ id: a }, { id: B, first: [your-first-visit] }]", "(34): 'id': expected 1 to 8 lower-case letters and digits")]
    [InlineData("[{ id: a }, { id: b, first: [nothing] }]", "(34): 'first': expected slugs of articles")]
    [InlineData("[{ id: a }, { id: b, first: [your-first-visit, how-telehealth-works, depression-more-than-sadness] }]", "(34): 'first': expected at most 2, as many as the step brings")]
    [InlineData("[{ id: a }, { id: b, subject: { en: About your anxiety, es: Sobre usted } }]", "(34): 'subject': expected no word for a concern or a treatment: it is seen on locked phones")]
    [InlineData("[{ id: a }, { id: b, subject: { en: About you, es: Sobre su ansiedad } }]", "(34): 'subject': expected no word for a concern or a treatment: it is seen on locked phones")]
    [InlineData("[{ id: a }, { id: b, subject: { en: About you } }]", "(34): 'es' is missing")]
    [InlineData("[{ id: a }, { id: b, subjekt: About you }]", "(34): 'subjekt' is not a field that is known here; known are id, subject, first")]
    public void What_is_wrong_is_said_with_file_and_line(string variants, string problem)
    {
        using var content = new EditedContent();
        content.Replace(File, "template: articles\n    articles: 2\n  - step: 2", $"template: articles\n    variants: {variants}\n    articles: 2\n  - step: 2");

        Assert.Contains(File + problem, content.Problems());
    }

    [Fact]
    public void Variants_that_are_right_are_read()
    {
        using var content = new EditedContent();
        content.Replace(
            File,
            "template: articles\n    articles: 2\n  - step: 2",
            "template: articles\n    articles: 2\n    variants: [{ id: a }, { id: b, subject: { en: A read for your morning, es: Una lectura para su mañana }, first: [your-first-visit] }]\n  - step: 2");

        Assert.Empty(content.Problems());
    }

    private static Decision.Send Send(VisitorRules rules, Lead lead) =>
        Assert.IsType<Decision.Send>(rules.Decide(Work(lead, 1), lead, Person(lead), ALead.Noon));
}
