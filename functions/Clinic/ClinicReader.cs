using System.Text.RegularExpressions;

namespace LeadFunctions.Clinic;

/// <summary>Reads <c>clinic.yml</c>.</summary>
internal static partial class ClinicReader
{
    public const string File = "clinic.yml";

    public static ClinicProfile Read(ContentReading reading) => reading.Yaml(File, Read);

    private static ClinicProfile Read(ContentSection clinic)
    {
        var time = new ClinicTime(clinic.Value(
            "timeZone",
            TimeZoneInfo.Utc,
            ContentValues.TryZone,
            "an IANA time zone such as America/Los_Angeles that this machine knows (is tzdata installed?)"));

        return new(
            clinic.Text("name", 100),
            clinic.Text("referencePrefix", ReferencePrefix(), "2 to 6 capital letters"),
            clinic.Section("phone", Phone),
            clinic.Section("address", Address),
            clinic.Value("website", new Uri("https://website.invalid/"), ContentValues.TryAddress, ContentValues.AddressExpected),
            time,
            Hours(clinic, time),
            clinic.Section("promise", promise => new Promise(Duration(promise, "call"), Duration(promise, "appointment"))),
            clinic.Value("digestAt", default(TimeOnly), ContentValues.TryTime, ContentValues.TimeExpected),
            clinic.Section("mail", mail => new MailSender(mail.Text("name", 60), Mailbox(mail, "from"), Mailbox(mail, "replyTo"))),
            clinic.Section("consents", Consents),
            clinic.Section("crisis", Crisis),
            clinic.Text("articleNotice", 500));
    }

    private static ClinicPhone Phone(ContentSection phone)
        => new(
            phone.Text("number", E164(), "a number in E.164 such as '+16505550100'"),
            phone.Text("shown", 30));

    private static PostalAddress Address(ContentSection address)
        => new(
            address.Text("street"),
            address.Text("city"),
            address.Text("region"),
            address.Text("postalCode", 20),
            address.Text("country"));

    private static OpeningHours Hours(ContentSection clinic, ClinicTime time)
    {
        var week = clinic.Section("hours", Week);

        if (clinic.Has("hours") && week.Values.All(spans => spans.Count == 0))
        {
            clinic.Report("'hours': expected at least one day that is not closed", "hours");
        }

        return new(time, week, clinic.Sections("holidays", Holiday));
    }

    private static Dictionary<DayOfWeek, IReadOnlyList<OpeningSpan>> Week(ContentSection hours)
        => Enum.GetValues<DayOfWeek>().ToDictionary(
            day => day,
            day => hours.Value<IReadOnlyList<OpeningSpan>>(
                day.ToString().ToLowerInvariant(), [], OpeningHoursText.TryRead, OpeningHoursText.Expected));

    private static Holiday Holiday(ContentSection holiday)
        => new(
            holiday.Text("name", 100),
            holiday.Value<HolidayDay>("day", new HolidayDay.Once(default), HolidayText.TryRead, HolidayText.Expected));

    private static ConsentWordings Consents(ContentSection consents)
        => new(
            Consent(consents, "articles"),
            Consent(consents, "calls"),
            Consent(consents, "texts"),
            Consent(consents, "email"));

    private static ConsentText Consent(ContentSection consents, string name)
    {
        var wordings = consents.Sections(name, wording => new ConsentWording(
            wording.Value("version", "", TryVersion, ContentValues.DateExpected),
            wording.Text("text", 600)));

        if (consents.Has(name) && !IsNewestFirst(wordings))
        {
            consents.Report($"'{name}': expected at least one wording, the newest first, each version once", name);
        }

        return new(wordings);
    }

    private static bool IsNewestFirst(IReadOnlyList<ConsentWording> wordings)
        => wordings.Count > 0 && wordings.Zip(wordings.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Version, pair.Second.Version) > 0);

    private static CrisisNotice Crisis(ContentSection crisis)
    {
        var lines = crisis.Sections("lines", Line);

        if (crisis.Has("lines") && lines.Count == 0)
        {
            crisis.Report("'lines': expected at least one", "lines");
        }

        return new(crisis.Text("message", 600), lines);
    }

    private static CrisisLine Line(ContentSection line)
        => new(
            line.Text("name", 100),
            line.Text("call", 20),
            line.Has("text") ? line.Text("text", 20) : null,
            line.Has("url") ? line.Value<Uri?>("url", null, ContentValues.TryAddress, ContentValues.AddressExpected)?.AbsoluteUri : null);

    private static TimeSpan Duration(ContentSection section, string name)
        => section.Value(name, default(TimeSpan), ContentValues.TryDuration, ContentValues.DurationExpected);

    private static string Mailbox(ContentSection section, string name)
        => section.Value(name, "", ContentValues.TryMailbox, ContentValues.MailboxExpected);

    private static bool TryVersion(string text, out string version)
    {
        version = text;
        return ContentValues.TryDate(text, out _);
    }

    [GeneratedRegex("^[A-Z]{2,6}$")]
    private static partial Regex ReferencePrefix();

    // ITU-T E.164: at most 15 digits, the country code never starts with 0.
    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex E164();
}
