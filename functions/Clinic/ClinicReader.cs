namespace LeadFunctions.Clinic;

/// <summary>Reads <c>clinic.yml</c>.</summary>
internal static class ClinicReader
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
            clinic.Text("referencePrefix", IsReferencePrefix, "2 to 6 capital letters"),
            clinic.Section("phone", Phone),
            clinic.Section("address", Address),
            clinic.Value("website", new Uri("https://website.invalid/"), ContentValues.TryAddress, ContentValues.AddressExpected),
            time,
            Hours(clinic, time),
            clinic.Section("promise", Promise),
            clinic.Value("digestAt", default(TimeOnly), ContentValues.TryTime, ContentValues.TimeExpected),
            clinic.Section("mail", mail => new MailSender(mail.Text("name", ContentValues.IsShownName, ContentValues.ShownNameExpected), Mailbox(mail, "from"), Mailbox(mail, "replyTo"))),
            clinic.Section("consents", Consents),
            clinic.Section("crisis", Crisis),
            clinic.LocalText("articleNotice", 500))
        {
            QuietHours = clinic.Has("quietHours") ? clinic.Value<QuietHours?>("quietHours", null, QuietHours.TryRead, QuietHours.Expected) : null,
        };
    }

    private static Promise Promise(ContentSection promise)
    {
        var ordinary = new Promise(Duration(promise, "call"), Duration(promise, "appointment"));
        return promise.Has("urgent") ? ordinary with { Urgent = Duration(promise, "urgent") } : ordinary;
    }

    private static ClinicPhone Phone(ContentSection phone)
        => new(
            phone.Text("number", ContentValues.IsE164, "a number in E.164 such as '+16505550100'"),
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

        if (clinic.Has("hours") && week.All(spans => spans.Count == 0))
        {
            clinic.Report("'hours': expected at least one day that is not closed", "hours");
        }

        return new(time, week, clinic.Sections("holidays", Holiday));
    }

    private static IReadOnlyList<IReadOnlyList<OpeningSpan>> Week(ContentSection hours)
        =>
        [
            .. Enum.GetNames<DayOfWeek>().Select(day => hours.Value<IReadOnlyList<OpeningSpan>>(
                day.ToLowerInvariant(), [], OpeningHoursText.TryRead, OpeningHoursText.Expected)),
        ];

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
            wording.Text("version", version => ContentValues.TryDate(version, out _), ContentValues.DateExpected),
            wording.LocalText("text", 600)));

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

        return new(crisis.LocalText("message", 600), lines);
    }

    private static CrisisLine Line(ContentSection line)
        => new(
            line.LocalText("name", 100),
            line.Text("call", 20),
            line.Has("text") ? line.Text("text", 20) : null,
            line.Has("url") ? line.Value<Uri?>("url", null, ContentValues.TryAddress, ContentValues.AddressExpected)?.AbsoluteUri : null,
            line.Has("note") ? line.LocalText("note", 200) : null,
            line.Has("spanishWord") ? line.Text("spanishWord", 20) : null);

    private static TimeSpan Duration(ContentSection section, string name)
        => section.Value(name, default(TimeSpan), ContentValues.TryDuration, ContentValues.DurationExpected);

    private static string Mailbox(ContentSection section, string name)
        => section.Text(name, ContentValues.IsMailbox, ContentValues.MailboxExpected);

    private static bool IsReferencePrefix(string text) => text.Length is >= 2 and <= 6 && text.All(char.IsAsciiLetterUpper);
}
