using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Which of several articles that fit equally well somebody gets, by Thompson sampling (Biometrika 25, 1933): each is given a share of readers
/// drawn at random from what its numbers leave open, and the highest draw wins. What is read more comes more often; what is hardly known is tried;
/// and one in ten draws asks nobody's numbers, so that no article is ever given up for good.
/// </summary>
/// <remarks>A draw belongs to a person and a step: it is the same whenever it is asked.</remarks>
public sealed class Draw
{
    /// <summary>So many in a hundred draws are by chance alone.</summary>
    public const int Exploring = 10;

    private readonly Random random;

    /// <param name="name">Of the person and the step.</param>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nobody gains by foreseeing which article comes.")]
    public Draw(string name)
    {
        random = new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
        IsExploring = random.Next(100) < Exploring;
    }

    /// <summary>This draw asks nobody's numbers.</summary>
    public bool IsExploring { get; }

    /// <summary>A share of readers that an article may have; the next call draws anew.</summary>
    public double Of((int Delivered, int Clicked) known) =>
        IsExploring ? Uniform() : Beta(1 + known.Clicked, 1 + Math.Max(0, known.Delivered - known.Clicked));

    private double Beta(double one, double other)
    {
        var (x, y) = (Gamma(one), Gamma(other));
        return x / (x + y);
    }

    // Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000), for shapes of 1 and more.
    private double Gamma(double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(Uniform()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    // Box and Muller.
    private double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nobody gains by foreseeing which article comes.")]
    private double Uniform() => 1 - random.NextDouble();
}
