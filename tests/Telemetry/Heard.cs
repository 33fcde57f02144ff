using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using LeadFunctions.Telemetry;

namespace LeadFunctions.Tests.Telemetry;

/// <summary>Listens to all spans and measurements of the app, in this process, whichever test makes them.</summary>
internal sealed class Heard : IDisposable
{
    private readonly List<Activity> spans = [];
    private readonly List<string> measured = [];
    private readonly ActivityListener spanListener;
    private readonly MeterListener meterListener = new();

    public Heard()
    {
        spanListener = new()
        {
            ShouldListenTo = source => source.Name == Spans.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(spanListener);
        meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Spans.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meterListener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meterListener.Start();
    }

    public IReadOnlyList<Activity> Steps
    {
        get
        {
            lock (spans)
            {
                return [.. spans];
            }
        }
    }

    /// <summary>As <c>leads.captured 1 {lead} kind=Call held=False</c>.</summary>
    public IReadOnlyList<string> Measured
    {
        get
        {
            lock (measured)
            {
                return [.. measured];
            }
        }
    }

    /// <summary>All that a span says, as text.</summary>
    public static string Written(Activity span) => string.Join(
        ' ',
        [
            span.DisplayName, span.StatusDescription, span.TraceStateString,
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Baggage.Select(entry => $"{entry.Key}={entry.Value}"),
            .. span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key}={tag.Value}")),
        ]);

    public void Dispose()
    {
        spanListener.Dispose();
        meterListener.Dispose();
    }

    private void Keep<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var written = new List<string>();
        foreach (var (name, tag) in tags)
        {
            written.Add($"{name}={tag}");
        }

        lock (measured)
        {
            measured.Add(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value} {instrument.Unit} {string.Join(' ', written)}"));
        }
    }
}
