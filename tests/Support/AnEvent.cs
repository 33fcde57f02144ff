using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>Evidence as tests need it: everything that does not matter as usual.</summary>
internal static class AnEvent
{
    private static int made;

    public static string Key() => Interlocked.Increment(ref made).ToString("x32", CultureInfo.InvariantCulture);

    public static SendKey Mail(int step = 1) => new(LeadId.New(new(7)), Track.Visitor, step);

    public static MailEvent Of(MailEventKind kind, SendKey? mail = null, DateTimeOffset? at = null) => new()
    {
        Mail = mail ?? Mail(),
        Kind = kind,
        Name = kind.ToString(),
        At = at ?? ALead.Noon,
        Key = Key(),
    };
}
