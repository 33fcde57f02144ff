using LeadFunctions.Capture;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

public sealed class SightingsTests : IDisposable
{
    private readonly Sightings sightings = new();

    [Fact]
    public void One_person_counts_once_however_often_they_send()
    {
        var (one, other) = (ALead.AContact(), ALead.AContact());

        Assert.Equal(1, sightings.Count("a", one));
        Assert.Equal(1, sightings.Count("a", one));
        Assert.Equal(2, sightings.Count("a", other));
        Assert.Equal(1, sightings.Count("b", other));
    }

    [Fact]
    public void Counting_ends_when_there_are_many() =>
        Assert.Equal(Sightings.MostCounted, Enumerable.Range(0, 100).Max(_ => sightings.Count("a", ALead.AContact())));

    [Fact]
    public async Task Many_at_once_are_counted()
    {
        sightings.Count("a", ALead.AContact());

        await Parallel.ForAsync(0, 100, (_, _) =>
        {
            sightings.Count("a", ALead.AContact());
            return ValueTask.CompletedTask;
        });

        Assert.Equal(Sightings.MostCounted, sightings.Count("a", ALead.AContact()));
    }

    public void Dispose() => sightings.Dispose();
}
