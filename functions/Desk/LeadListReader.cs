using System.Globalization;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>
/// Reads from the parameters of an address which leads are wanted. An empty parameter, as a form sends for no choice, is none; one that is not
/// known, or that says nothing that can be understood, is refused: a filter that is overlooked would show the wrong leads without a word.
/// </summary>
public sealed class LeadListReader(ClinicProfile clinic, ConcernCatalogue concerns, LeadKeys keys, AnswerClock answers, TimeProvider clock)
{
    /// <summary>As an assignee: the leads that nobody looks after.</summary>
    public const string Nobody = "none";

    private const int LongestText = 254;

    private static readonly string[] Known = ["status", "kind", "concern", "assignee", "overdue", "quarantined", "urgent", "q", "cursor", "limit"];

    /// <param name="parameters">As they were written, each name with all of its values.</param>
    /// <param name="alsoKnown">Names that somebody else reads.</param>
    /// <param name="errors">What is wrong, by parameter.</param>
    /// <returns>Null when something is wrong.</returns>
    public LeadList? TryRead(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters, IReadOnlyCollection<string> alsoKnown, out Dictionary<string, string[]> errors)
    {
        var reading = new Reading(parameters);
        foreach (var name in reading.Values.Keys.Except(Known).Except(alsoKnown))
        {
            reading.Errors[name] = [DeskText.UnknownParameter.With(string.Join(", ", Known))];
        }

        var filter = new LeadFilter
        {
            Status = reading.Choice<LeadStatus>("status"),
            Kind = reading.Choice<LeadKind>("kind"),
            Concern = reading.Value("concern", value => concerns.Contains(value) ? value : null, DeskText.ConcernExpected),
            Assignee = reading.Value("assignee", Assignee, DeskText.TextExpected.With(LongestText)),
            IsQuarantined = reading.Flag("quarantined"),
            IsUrgent = reading.Flag("urgent"),
            Overdue = reading.Flag("overdue") is { } isOverdue ? answers.OverdueAt(clock.GetUtcNow()) with { Wanted = isOverdue } : null,
            Search = reading.Value("q", Search, DeskText.TextExpected.With(LongestText)),
        };
        var after = reading.Value("cursor", LeadCursor.Parse, DeskText.CursorExpected);
        var limit = reading.Value("limit", Limit, DeskText.LimitExpected.With(LeadList.HighestLimit));
        errors = reading.Errors;
        return errors.Count > 0 ? null : new(filter, after, limit is null ? null : int.Parse(limit, CultureInfo.InvariantCulture));
    }

    private static string? Assignee(string text) => text.Length > LongestText ? null : text == Nobody ? "" : StaffName.TryRead(text);

    private static string? Limit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LeadList.HighestLimit ? text : null;

    private LeadSearch? Search(string text) => text.Length > LongestText ? null : LeadSearch.Of(text, clinic.ReferencePrefix, keys);

    private sealed class Reading(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters)
    {
        public Dictionary<string, IReadOnlyList<string>> Values { get; } = parameters
            .Select(parameter => KeyValuePair.Create(parameter.Key, (IReadOnlyList<string>)[.. parameter.Value.Where(value => value.Length > 0)]))
            .Where(parameter => parameter.Value.Count > 0)
            .ToDictionary(StringComparer.Ordinal);

        public Dictionary<string, string[]> Errors { get; } = new(StringComparer.Ordinal);

        /// <param name="name">The parameter.</param>
        /// <param name="read">Gives null for what cannot be understood.</param>
        /// <param name="expected">What should be there.</param>
        public T? Value<T>(string name, Func<string, T?> read, string expected)
            where T : class
        {
            if (!Values.TryGetValue(name, out var values))
            {
                return null;
            }

            var value = values.Count == 1 ? read(values[0]) : null;
            if (value is null)
            {
                Errors[name] = [values.Count == 1 ? expected : DeskText.OnceOnly];
            }

            return value;
        }

        public T? Choice<T>(string name)
            where T : struct, Enum => Value(name, value => Wire.Read<T>(value) is { } choice ? (object)choice : null, Wire.Expected<T>()) is T read ? read : null;

        public bool? Flag(string name) =>
            Value(name, value => value is "true" or "false" ? value : null, DeskText.TrueOrFalse) is { } flag ? flag == "true" : null;
    }
}
