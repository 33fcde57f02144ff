using Azure.Core;

namespace Azure.Data.Tables.Requests;

/// <summary>The answers that an operation is content with, and the one refusal, if any, that is not worth a warning in the log.</summary>
internal sealed class Expected
{
    public static readonly Expected Found = new([200]);
    public static readonly Expected FoundOrNot = new([200, 404], quiet: 404);
    public static readonly Expected Created = new([201, 204]);
    public static readonly Expected CreatedOrThere = new([201, 204, 409], quiet: 409);
    public static readonly Expected Changed = new([204]);
    public static readonly Expected Gone = new([204, 404]);
    public static readonly Expected TableGone = new([204, 404], quiet: 404);
    public static readonly Expected Accepted = new([202]);

    private readonly int[] statuses;

    private Expected(int[] statuses, int? quiet = null)
    {
        this.statuses = statuses;
        Classifier = quiet is { } status ? new Tolerant(status) : null;
    }

    /// <summary>Null for the pipeline's own, to which every status from 400 is an error.</summary>
    public ResponseClassifier? Classifier { get; }

    public bool Includes(int status) => statuses.AsSpan().Contains(status);

    private sealed class Tolerant(int status) : ResponseClassifier
    {
        public override bool IsErrorResponse(HttpMessage message) =>
            message.Response.Status != status && base.IsErrorResponse(message);
    }
}
