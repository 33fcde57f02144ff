using LeadFunctions.Capture;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

/// <summary>What the clinic's rules make of what was sent: without HTTP, without storage.</summary>
public sealed class SpamRulesTests : IAsyncDisposable
{
    private const string OwnHost = "mindbody.example.com";

    private readonly TestApp app = new();

    private SpamRules Rules => app.Get<SpamRules>();

    public static TheoryData<string> Bots => [.. Corpus.Bots];

    public static TheoryData<string> People => [.. Corpus.People];

    [Theory]
    [MemberData(nameof(Bots))]
    public void What_machines_write_without_a_form_is_spam(string message)
    {
        var suspicion = Rules.Weigh([SpamSigns.NoForm, .. SignsIn(message)]);

        Assert.True(suspicion.IsSpam, $"{suspicion.Score}: {string.Join(' ', suspicion.Reasons)}");
    }

    [Theory]
    [MemberData(nameof(People))]
    public void What_people_write_is_not_spam_with_a_form_or_without(string message)
    {
        var suspicion = Rules.Weigh([SpamSigns.NoForm, .. SignsIn(message)]);

        Assert.False(suspicion.IsSpam, $"{suspicion.Score}: {string.Join(' ', suspicion.Reasons)}");
    }

    [Theory]
    [InlineData("trap")]
    [InlineData("too-quick")]
    [InlineData("shared-form")]
    [InlineData("sender-rate")]
    [InlineData("contact-rate")]
    [InlineData("check-failed")]
    [InlineData("check-away")]
    [InlineData("check-missing no-form link")]
    [InlineData("quick-browser offer")]
    [InlineData("no-form offer link")]
    [InlineData("no-form pitch")]
    [InlineData("link link-markup")]
    [InlineData("link link link many-links")]
    [InlineData("no-form link same-link")]
    public void It_is_enough(string signs) =>
        Assert.True(Rules.Weigh(signs.Split(' ')).IsSpam);

    [Theory]
    [InlineData("no-form")]
    [InlineData("foreign-form")]
    [InlineData("old-form")]
    [InlineData("quick-browser")]
    [InlineData("quick-browser topic")]
    [InlineData("no-form same-message")]
    [InlineData("no-form same-message other-script")]
    [InlineData("foreign-form same-message link")]
    [InlineData("no-form offer")]
    [InlineData("offer link")]
    [InlineData("pitch")]
    [InlineData("no-form other-script link")]
    [InlineData("no-form topic topic topic link")]
    [InlineData("no-form link link")]
    [InlineData("check-missing")]
    [InlineData("check-missing link")]
    [InlineData("no-form address-in-name")]
    [InlineData("no-form markup echo")]
    public void It_is_not_enough(string signs) => Assert.False(Rules.Weigh(signs.Split(' ')).IsSpam);

    [Fact]
    public void Reasons_are_told_heaviest_first_and_once()
    {
        var suspicion = Rules.Weigh([SpamSigns.NoForm, SpamSigns.Link, SpamSigns.Offer, SpamSigns.Link]);

        Assert.Equal(["offer", "link", "no-form"], suspicion.Reasons);
        Assert.Equal(12, suspicion.Score);
    }

    [Fact]
    public void Nothing_found_is_no_suspicion() => Assert.Equal((0, false), (Rules.Weigh([]).Score, Rules.Weigh([]).IsSpam));

    [Theory]
    [InlineData("Robin Example", "")]
    [InlineData("Владимир Иванов", "")]
    [InlineData("王小明", "")]
    [InlineData("محمد علي", "")]
    [InlineData("Xqzwv Bcdfg", "")]
    [InlineData("Bobby Loan", "")]
    [InlineData("Casino Royale", "")]
    [InlineData("Dr. A. B. Com", "")]
    [InlineData("robin@example.com", "address-in-name")]
    [InlineData("Robin http://spam.example", "link-in-name")]
    [InlineData("win-prizes.com", "link-in-name")]
    public void A_name_is_never_a_sign_but_an_address_in_its_place_is(string name, string signs) =>
        Assert.Equal(signs, string.Join(' ', MessageSigns.In(name, ReadMessage.Of("", OwnHost), Rules)));

    [Theory]
    [InlineData("v1agra C@SINO Diseño don’t", "viagra casino diseno dont")]
    [InlineData("$5,000 100% 3.5 7", "$0 0% 0 0")]
    [InlineData("加微信 カジノ", "加 微 信 カ シ ノ")]
    [InlineData("Ёлка", "елка")]
    [InlineData("a\u200Db -- !", "ab")]
    public void Words_are_folded(string text, string words) => Assert.Equal(words, string.Join(' ', FoldedWords.In(text)));

    [Theory]
    [InlineData("see http://a.example/x, or https://www.B.example.", "a.example b.example")]
    [InlineData("www.a.example hxxp://b.example c.com/x d.co.uk", "a.example b.example c.com d.co.uk")]
    [InlineData("<a href=\"http://a.example\">x</a> [url=http://b.example]y[/url] (http://c.example)", "a.example b.example c.example")]
    [InlineData("robin@example.com it hurts.So I stand 10.30 e.g. .com a..com", "")]
    public void Links_are_found(string text, string hosts) => Assert.Equal(hosts, string.Join(' ', Links.In(text).Select(link => link.Host)));

    [Theory]
    [InlineData("shop.example.top", ".top", true)]
    [InlineData("bit.ly", "bit.ly", true)]
    [InlineData("x.bit.ly", "bit.ly", true)]
    [InlineData("habit.ly", "bit.ly", false)]
    [InlineData("laptop", ".top", false)]
    public void A_host_lies_under_what_is_listed(string host, string listed, bool expected) => Assert.Equal(expected, MessageSigns.IsUnder(host, listed));

    [Fact]
    public void A_long_message_is_judged_with_little_work()
    {
        var message = string.Join(' ', Corpus.People)[..2000];
        SignsIn(message);

        var before = GC.GetAllocatedBytesForCurrentThread();
        SignsIn(message);

        // Time is not measured here: what is allocated is the same on every machine, and grows with the work.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IReadOnlyList<string> SignsIn(string message) =>
        [.. MessageSigns.In("Robin Example", ReadMessage.Of(message, OwnHost), Rules)];
}
