using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The rows of a lead's timeline. They are inserted, and never written again.</summary>
internal static class TimelineRow
{
    public static TableEntity ToRow(LeadId lead, TimelineEntry entry, string nonce, int index)
    {
        var deed = entry.Deed;
        var row = new TableEntity(lead.Shard.ToString(), RowKeys.Timeline(lead, entry.At, nonce, index))
        {
            [nameof(TimelineEntry.At)] = entry.At,
            [nameof(TimelineEntry.By)] = entry.By.Name,
            [nameof(StaffActor.Through)] = entry.By.Through.ToString(),
            [nameof(TimelineDeed.Kind)] = deed.Kind.ToString(),
        };
        row.SetIfAny(nameof(StaffActor.Role), entry.By.Role?.ToString());
        row.SetIfAny(nameof(TimelineDeed.From), deed.From?.ToString());
        row.SetIfAny(nameof(TimelineDeed.To), deed.To?.ToString());
        row.SetIfAny(nameof(TimelineDeed.Call), deed.Call?.ToString());
        row.SetIfAny(nameof(TimelineDeed.Text), deed.Text);
        return row;
    }

    public static TimelineEntry ToEntry(TableEntity row) => new(
        row.Time(nameof(TimelineEntry.At)),
        new(row.Text(nameof(TimelineEntry.By)), ChoiceIfAny<StaffRole>(row, nameof(StaffActor.Role)), row.Choice<StaffDoor>(nameof(StaffActor.Through))),
        new(row.Choice<TimelineKind>(nameof(TimelineDeed.Kind)))
        {
            From = ChoiceIfAny<LeadStatus>(row, nameof(TimelineDeed.From)),
            To = ChoiceIfAny<LeadStatus>(row, nameof(TimelineDeed.To)),
            Call = ChoiceIfAny<CallResult>(row, nameof(TimelineDeed.Call)),
            Text = row.GetString(nameof(TimelineDeed.Text)),
        });

    private static T? ChoiceIfAny<T>(TableEntity row, string column)
        where T : struct, Enum => row.GetString(column) is { } text ? Enum.Parse<T>(text) : null;
}
