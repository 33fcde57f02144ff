using System.Buffers.Binary;
using System.Globalization;

namespace LeadFunctions.Leads;

/// <summary>A preferred time in three bytes, for a link: the day in two, the part of it in one.</summary>
internal static class PreferredTimeCode
{
    public const int Bytes = 3;

    private const int DaysOfAWeek = 7;

    private static readonly DateOnly FirstDate = new(2000, 1, 1);

    /// <summary>Writes a time, or three zeros for none. A day that is no date and no weekday counts as none.</summary>
    public static void Write(Span<byte> target, PreferredTime? time)
    {
        BinaryPrimitives.WriteUInt16BigEndian(target, time is null ? (ushort)0 : CodeOf(time.Day));
        target[^1] = (byte)(time?.Part ?? PartOfDay.Any);
    }

    /// <returns>Null when no day was written.</returns>
    public static PreferredTime? Read(ReadOnlySpan<byte> source) => BinaryPrimitives.ReadUInt16BigEndian(source) switch
    {
        0 => null,
        <= DaysOfAWeek and var weekday => new(PreferredTime.NameOf((DayOfWeek)(weekday - 1)), (PartOfDay)source[^1]),
        var date => new(FirstDate.AddDays(date - DaysOfAWeek - 1).ToString("O", CultureInfo.InvariantCulture), (PartOfDay)source[^1]),
    };

    private static ushort CodeOf(string day)
    {
        if (PreferredTime.DateOf(day) is { } date)
        {
            var days = date.DayNumber - FirstDate.DayNumber + DaysOfAWeek + 1;
            return days is > DaysOfAWeek and <= ushort.MaxValue ? (ushort)days : (ushort)0;
        }

        return PreferredTime.WeekdayOf(day) is { } weekday ? (ushort)(weekday + 1) : (ushort)0;
    }
}
