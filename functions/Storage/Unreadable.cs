using System.Diagnostics;

namespace LeadFunctions.Storage;

/// <summary>Tells a row that this version cannot make sense of from a fault: such a row is left where it is, and keeps nobody from the others.</summary>
internal static class Unreadable
{
    /// <summary>Whether it says that the row itself cannot be read: a newer version wrote it, or somebody changed it, or its key is gone.</summary>
    public static bool Is(Exception exception) =>
        exception is SealBrokenException or UnreachableException or FormatException or ArgumentException or InvalidOperationException or OverflowException;
}
