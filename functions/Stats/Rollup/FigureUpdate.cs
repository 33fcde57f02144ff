namespace LeadFunctions.Stats;

/// <summary>Brings all figures up to date that pages show: what follow-up achieves, then how soon staff answer.</summary>
public sealed class FigureUpdate(RollupHandler rollup, AnswerKeeping answers)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await rollup.HandleAsync(cancellationToken);
        await answers.HandleAsync(cancellationToken);
    }
}
