namespace LeadFunctions.Tests.Browser;

/// <summary>Where the browser is: at the environment's CHROMIUM_PATH, or where Debian puts it. <c>./test</c> installs it when it can.</summary>
internal static class ChromiumPath
{
    private const string Chromium = "/usr/bin/chromium";

    // The same Chromium without windows: a page costs a third of the work.
    private const string HeadlessShell = "/usr/bin/chromium-headless-shell";

    public static string Value { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path
        : File.Exists(HeadlessShell) ? HeadlessShell
        : Chromium;

    /// <summary>Why tests with a browser are skipped; null when there is one.</summary>
    public static string? WhyMissing { get; } = File.Exists(Value) ? null : $"There is no browser at {Value}. Install Chromium, or set CHROMIUM_PATH.";
}
