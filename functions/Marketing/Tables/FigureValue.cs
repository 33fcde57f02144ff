using System.Globalization;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>What stands in a cell.</summary>
public abstract record FigureValue
{
    /// <summary>Of fewer than this nothing is said in hundredths: one person more or less would be a headline.</summary>
    public const int Enough = Counts.Enough;

    private FigureValue()
    {
    }

    /// <summary>As people read it, in the language that is spoken now.</summary>
    public abstract string Text { get; }

    /// <summary>As programs read it: digits and a point, the same in every language; empty where nothing can be said.</summary>
    public abstract string Csv { get; }

    /// <summary>Where it stands in a chart; null for nowhere.</summary>
    public virtual double? Plot => null;

    private static CultureInfo Here => Language.Current.Culture;

    public sealed record Count(int Number) : FigureValue
    {
        public override string Text => Number.ToString("N0", Here);

        public override string Csv => Number.ToString(CultureInfo.InvariantCulture);

        public override double? Plot => Number;
    }

    /// <summary>A part of a whole.</summary>
    public sealed record Share(int Part, int Whole) : FigureValue
    {
        public override string Text => Whole < Enough ? MarketingText.TooFew : Value.ToString("P1", Here);

        public override string Csv => Whole < Enough ? "" : Value.ToString("0.####", CultureInfo.InvariantCulture);

        public override double? Plot => Whole < Enough ? null : Math.Round(Value * 100, 1);

        private double Value => (double)Part / Whole;
    }

    /// <summary>A usual length of time.</summary>
    /// <param name="Time">Null where there is none.</param>
    /// <param name="Of">Of so many people.</param>
    public sealed record Length(TimeSpan? Time, int Of) : FigureValue
    {
        /// <summary>Whether they are enough for it to be told.</summary>
        public bool IsTold => Time is not null && Of >= Enough;

        public override string Text => IsTold ? MarketingText.InMinutes.With(Time!.Value.TotalMinutes.ToString("N0", Here)) : MarketingText.TooFew;

        public override string Csv => IsTold ? Time!.Value.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture) : "";

        public override double? Plot => IsTold ? Math.Round(Time!.Value.TotalMinutes, 1) : null;
    }

    /// <summary>The end of an interval of shares.</summary>
    /// <param name="Value">Null where there are too few.</param>
    public sealed record Limit(double? Value) : FigureValue
    {
        public override string Text => Value?.ToString("P1", Here) ?? MarketingText.TooFew;

        public override string Csv => Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>How much more or less than before.</summary>
    public sealed record Change(int Now, int Before) : FigureValue
    {
        public override string Text => Before < Enough ? MarketingText.TooFew : Value.ToString("+0%;−0%;0%", Here);

        public override string Csv => Before < Enough ? "" : Value.ToString("0.####", CultureInfo.InvariantCulture);

        private double Value => (double)(Now - Before) / Before;
    }

    /// <summary>A word or a date.</summary>
    /// <param name="Said">In the language that is spoken now.</param>
    /// <param name="Code">The same in every language.</param>
    public sealed record Word(string Said, string Code) : FigureValue
    {
        public override string Text => Said;

        public override string Csv => Code;
    }

    /// <summary>Where there is no part: it is the wider of the two.</summary>
    public sealed record NoShare : FigureValue
    {
        public override string Text => "—";

        public override string Csv => "";
    }

    /// <summary>What cannot be told yet.</summary>
    public sealed record TooEarly : FigureValue
    {
        public override string Text => MarketingText.TooEarly;

        public override string Csv => "";
    }

    /// <summary>A number that is told in steps of five only, so that nobody can be found by it.</summary>
    /// <param name="Low">The lowest that it may be: a multiple of five.</param>
    public sealed record Band(int Low) : FigureValue
    {
        public override string Text => Low == 0 ? MarketingText.FewerThan.With(ShieldedCells.Step) : MarketingText.FromTo.With(Low, High);

        public override string Csv => Low == 0 ? $"<{ShieldedCells.Step}" : string.Create(CultureInfo.InvariantCulture, $"{Low} to {High}");

        private int High => Low + ShieldedCells.Step - 1;
    }

    /// <summary>A number that is not told, since another could be worked out by it.</summary>
    public sealed record Withheld : FigureValue
    {
        public override string Text => MarketingText.Withheld;

        public override string Csv => "withheld";
    }
}
