namespace LeadFunctions.Tests.Support;

/// <summary>Whatever else could go on.</summary>
internal static class Others
{
    private const int Turns = 10_000;

    /// <summary>Lets what is ready to run do so, before a test says that something did not happen.</summary>
    public static async Task HadTheirTurnAsync()
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await Task.Yield();
        }
    }
}
