using LeadFunctions.Capture;
using LeadFunctions.Local;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

/// <summary>
/// Which messages sound like danger. The sentences are in the files beside this one, list by list, in the voices of different people;
/// whoever meets a missed one or a false alarm adds it there first.
/// </summary>
public sealed class CrisisWordingTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    public static TheoryData<int> Lists => [.. Enumerable.Range(1, 13)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Nobody_who_writes_of_danger_is_missed(int list) =>
        Assert.DoesNotContain(Sentences("crisis", list), sentence => !IsCrisis(sentence));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Nobody_else_is_taken_for_somebody_in_danger(int list) => Assert.DoesNotContain(Sentences("harmless", list), IsCrisis);

    [Theory]
    [InlineData("I WANT TO KILL MYSELF")]
    [InlineData("i want to kiiill myyyself")]
    [InlineData("i want to k*ll myself")]
    [InlineData("i am su1c1dal")]
    [InlineData("i am sui\u00adcidal")]
    [InlineData("I don\u2019t want to live")]
    [InlineData("I don\u00b4t want to live")]
    [InlineData("I want to\tkill\u00a0myself")]
    [InlineData("I want to... die")]
    [InlineData("I want to, honestly, die")]
    [InlineData("QUIERO MORI\u0301R")]
    [InlineData("Hola, me llamo Ana. I want to die.")]
    [InlineData("Hello, I am Ana. Me quiero morir.")]
    public void However_it_is_written_danger_is_seen(string message) => Assert.True(IsCrisis(message));

    [Theory]
    [InlineData("I do not want to die.", false)]
    [InlineData("No, I want to die.", true)]
    [InlineData("I have no thoughts of suicide.", false)]
    [InlineData("I have no thoughts of suicide. I want to die.", true)]
    [InlineData("I cannot stop thinking about suicide.", true)]
    [InlineData("I have not told anyone that I am suicidal.", true)]
    [InlineData("I am not suicidal or thinking about hurting myself.", false)]
    [InlineData("No quiero matarme.", false)]
    [InlineData("No, quiero matarme.", true)]
    [InlineData("No dejo de pensar en matarme.", true)]
    public void A_no_takes_away_what_comes_right_behind_it_and_no_more(string message, bool expected) => Assert.Equal(expected, IsCrisis(message));

    [Theory]
    [InlineData("I tried to kill myself years ago.", false)]
    [InlineData("I tried to kill myself years ago and I am thinking of it again.", true)]
    [InlineData("I tried to kill myself last night.", true)]
    [InlineData("My uncle killed himself.", false)]
    [InlineData("My uncle wants to kill himself.", true)]
    [InlineData("Mi t\u00edo se suicid\u00f3.", false)]
    [InlineData("Mi t\u00edo se quiere suicidar.", true)]
    public void What_is_long_over_is_told_from_what_is_now(string message, bool expected) => Assert.Equal(expected, IsCrisis(message));

    [Fact]
    public void A_word_of_one_language_is_no_misspelt_word_of_the_other() => Assert.False(IsCrisis("No soy suicida."));

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ...!!! ---")]
    [InlineData("\ud83d\ude42\ud83d\ude42 \ud83d")]
    [InlineData("***** '''' 1 2 3")]
    public void Text_without_words_is_harmless(string message) => Assert.False(IsCrisis(message));

    [Theory]
    [InlineData("not just really want to ")]
    [InlineData("I want to kill ")]
    [InlineData("no quiero ya ")]
    [InlineData("suicidxxl ")]
    public void A_message_that_goes_on_and_on_is_read_to_its_end(string words) =>
        Assert.True(IsCrisis(string.Concat(Enumerable.Repeat(words, 50_000)) + ". I want to die."));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private bool IsCrisis(string message) => app.Get<CrisisWording>().IsIn(message);

    private static IEnumerable<string> Sentences(string kind, int list) => File
        .ReadLines(Path.Combine(Repository.Root, "tests", "Capture", "Crisis", $"{kind}-{list}.txt"))
        .Where(line => line.Length > 0 && line[0] != '#');
}
