using System.Text.Json;
using LeadFunctions.Languages;

namespace LeadFunctions.Desk;

/// <summary>How choices are written outside: <c>in-person</c>, <c>left-message</c>, <c>new</c>.</summary>
public static class Wire
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <returns>Null for what is none of them; they are compared exactly.</returns>
    public static T? Read<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == text).Select(value => (T?)value).FirstOrDefault();

    /// <summary>Says which there are.</summary>
    public static string Expected<T>()
        where T : struct, Enum => DeskText.OneOf.With(string.Join(", ", Enum.GetValues<T>().Select(Of)));
}
