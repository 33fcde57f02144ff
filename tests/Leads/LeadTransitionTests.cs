using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Leads;

public sealed class LeadTransitionTests
{
    private static readonly DateTimeOffset Later = ALead.Noon.AddMinutes(9);

    [Theory]
    [InlineData(LeadStatus.New, "Contacted Booked Closed Spam")]
    [InlineData(LeadStatus.Contacted, "New Booked Closed Spam")]
    [InlineData(LeadStatus.Booked, "New")]
    [InlineData(LeadStatus.Closed, "New")]
    [InlineData(LeadStatus.Spam, "New")]
    public void A_lead_goes_forward_and_back_to_the_beginning_and_nowhere_else(LeadStatus from, string to)
    {
        var lead = ALead.Captured() with { Status = from };

        var reached = Enum.GetValues<LeadStatus>().Where(status => status != from && lead.MoveTo(status, Later)?.Status == status);

        Assert.Equal(to, string.Join(' ', reached));
        Assert.Equal(lead, lead.MoveTo(from, Later));
    }

    [Theory]
    [InlineData(LeadStatus.Contacted, true)]
    [InlineData(LeadStatus.Booked, true)]
    [InlineData(LeadStatus.Closed, true)]
    [InlineData(LeadStatus.Spam, false)]
    public void The_first_answer_is_remembered_and_spam_is_none(LeadStatus status, bool isAnswer)
    {
        var moved = ALead.Captured().MoveTo(status, Later)!;

        Assert.Equal(isAnswer ? Later : null, moved.FirstRespondedAt);
        Assert.Equal(moved.FirstRespondedAt, (moved.MoveTo(LeadStatus.New, Later) is { } opened && isAnswer ? opened.MoveTo(status, Later.AddDays(1)) : moved)!.FirstRespondedAt);
        Assert.Equal(status == LeadStatus.Booked ? Later : null, moved.BookedAt);
    }

    [Theory]
    [InlineData(CallResult.Reached, LeadStatus.Contacted)]
    [InlineData(CallResult.LeftMessage, LeadStatus.New)]
    [InlineData(CallResult.NoAnswer, LeadStatus.New)]
    public void Only_who_was_reached_was_contacted_and_every_call_is_an_answer(CallResult result, LeadStatus status)
    {
        var called = ALead.Captured().Call(result, Later);

        Assert.Equal((status, Later, false), (called.Status, called.FirstRespondedAt, called.IsAwaitingAnswer));
        Assert.Equal(LeadStatus.Booked, (called with { Status = LeadStatus.Booked }).Call(result, Later).Status);
    }

    [Fact]
    public void Nobody_waits_in_quarantine_and_everybody_who_was_let_out()
    {
        var held = ALead.Captured() with { Quarantined = true };

        Assert.False(held.IsAwaitingAnswer);
        Assert.True(held.MoveTo(LeadStatus.New, Later)!.IsAwaitingAnswer);
    }

    [Theory]
    [InlineData("María-José  O'Brien Jr.", "maria jose obrien jr")]
    [InlineData("Łukasz Żółć", "łukasz zołc")]
    [InlineData("李 小龍", "李 小龍")]
    public void Words_of_a_name_are_folded(string name, string words) => Assert.Equal(words, string.Join(' ', NameWords.In(name)));

    [Fact]
    public void A_very_long_name_is_found_by_its_first_words_and_its_last() =>
        Assert.Equal(["a", "b", "c", "d", "e", "h"], NameWords.Of(ALead.Name("a b c d e f g h")));

    [Fact]
    public void A_cursor_says_the_same_when_it_comes_back_and_nothing_else_is_one()
    {
        var cursor = new LeadCursor(ALead.Captured(at: ALead.Noon.AddTicks(7)).Handle);

        Assert.Equal(cursor, LeadCursor.Parse(cursor.ToString()));
        Assert.All(["", "x", cursor + "A", cursor.ToString()[..^1], cursor.ToString()[..^1] + " ", new('_', 16)], text => Assert.Null(LeadCursor.Parse(text)));
    }
}
