using LeadFunctions.Languages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Languages;

/// <summary>The words themselves: the same things are said in both languages, and rightly written.</summary>
public sealed class WordsTests
{
    private static readonly string[] SameInBoth = [];

    private static readonly Dictionary<string, string> English = AllWords.Resources(Language.English).ToDictionary(words => words.Name, words => words.Value);
    private static readonly Dictionary<string, string> Spanish = AllWords.Resources(Language.Spanish).ToDictionary(words => words.Name, words => words.Value);

    public static TheoryData<string> Names => [.. English.Keys];

    [Fact]
    public void What_is_said_in_one_language_is_said_in_the_other()
    {
        Assert.NotEmpty(English);
        Assert.All(Language.All, language => Assert.Empty(AllWords.PairsWithout(language)));
        Assert.Equal(English.Keys.Order(), Spanish.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_there_in_both_languages_with_the_same_places(string name)
    {
        var (english, spanish) = (English[name], Spanish[name]);

        Assert.All([english, spanish], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(Places(english), Places(spanish));
        Assert.Equal((english.StartsWith(' '), english.EndsWith(' ')), (spanish.StartsWith(' '), spanish.EndsWith(' ')));
        if (!SameInBoth.Contains(name))
        {
            Assert.NotEqual(english, spanish);
        }
    }

    [Fact]
    public async Task Spanish_opens_its_questions_and_exclamations_and_says_usted()
    {
        await using var app = new TestApp();

        Assert.All(AllWords.Resources(Language.Spanish).Concat(AllWords.Content(app, Language.Spanish)), words =>
        {
            Assert.Equal(words.Value.Count(character => character is '?'), words.Value.Count(character => character is '¿'));
            Assert.Equal(words.Value.Count(character => character is '!'), words.Value.Count(character => character is '¡'));
            Assert.DoesNotMatch(@"(?i)\b(tú|tu|tus|ti|te|contigo|vos|vosotros|vuestr[oa]s?|puedes|quieres|tienes|eres|estás)\b", words.Value);
        });
    }

    [Fact]
    public async Task The_content_says_something_of_its_own_in_each_language()
    {
        await using var app = new TestApp();

        Assert.All(
            AllWords.Content(app, Language.English).Zip(AllWords.Content(app, Language.Spanish)),
            pair => Assert.NotEqual(pair.First.Value, pair.Second.Value));
    }

    private static IEnumerable<string> Places(string text) => AllWords.Place().Matches(text).Select(match => match.Value).Distinct().Order();
}
