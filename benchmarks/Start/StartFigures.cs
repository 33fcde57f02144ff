namespace LeadFunctions.Benchmarks;

/// <summary>Milliseconds to the first answer.</summary>
/// <param name="Compiled">Compiled ahead of time, as it is published, beside a minimal API; <see langword="null"/> where the compiler is missing.</param>
/// <param name="Minimal">As <c>./run</c> builds it, beside a minimal API as <c>dotnet new web</c> writes it.</param>
/// <param name="Empty">As <c>./run</c> builds it, beside Kestrel and routing alone.</param>
/// <param name="Form">As it is published, to the form that a visitor sees first, tables made on the way; <see langword="null"/> likewise.</param>
internal sealed record StartFigures(Pairs<double>? Compiled, Pairs<double> Minimal, Pairs<double> Empty, Pairs<double>? Form)
{
    private const double MostTimes = 1.5;
    private const int MostMilliseconds = 3000;

    public IEnumerable<Row> Rows()
    {
        if (Compiled is not null)
        {
            yield return WithGoal(Row.Plain("Start ms, compiled ahead (floor: minimal API)", Compiled, start => start), Compiled);
        }

        yield return WithGoal(Row.Plain("Start ms, as ./run builds it (floor: minimal API)", Minimal, start => start), Minimal);

        var beside = Row.Plain("Start ms, as ./run builds it (floor: Kestrel alone)", Empty, start => start);
        yield return beside with { Goal = $"<= {MostMilliseconds} ms", Met = Empty.Ours.Max() <= MostMilliseconds };
        if (Form is not null)
        {
            yield return Row.Plain("Start ms to the form, compiled ahead (floor: minimal API)", Form, start => start);
        }
    }

    private static Row WithGoal(Row row, Pairs<double> starts) =>
        row with { Goal = $"<= {Row.Number(MostTimes)}", Met = starts.Ratio(start => start) <= MostTimes };
}
