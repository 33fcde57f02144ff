using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LeadFunctions.Clinic;

/// <summary>
/// Turns YAML into nodes with line numbers, straight from the parser's events: the serializer of YamlDotNet costs
/// start-up time through reflection, and its representation model does not say where a repeated field is.
/// Anchors and aliases are refused: content is written by hand, and what is written is what is meant.
/// </summary>
internal sealed class ContentParser(string text, int linesBefore, Action<int, string> report)
{
    private readonly Parser parser = new(new StringReader(text));
    private int line = linesBefore + 1;

    /// <returns>The only document of the text; <see langword="null"/> when it could not be read, which has been reported.</returns>
    public ContentNode? Parse()
    {
        try
        {
            Next<StreamStart>();

            if (!parser.TryConsume<DocumentStart>(out _))
            {
                report(line, "is empty");
                return null;
            }

            var node = Node();
            Next<DocumentEnd>();
            Next<StreamEnd>();
            return node;
        }
        catch (YamlException exception)
        {
            report(LineOf(exception.Start), $"is not YAML that can be read: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3.0 ends so, rather than with a YamlException, when a flow sequence is never closed.
            report(line, "is not YAML that can be read near this line: is a bracket, brace or quote left open?");
        }

        return null;
    }

    private T Next<T>()
        where T : ParsingEvent
    {
        var next = parser.Consume<T>();
        line = LineOf(next.Start);
        return next;
    }

    private ContentNode Node()
    {
        if (parser.Accept<Scalar>(out _))
        {
            var scalar = Next<Scalar>();
            RefuseAnchor(scalar);
            return new ContentText(line, scalar.Value);
        }

        return parser.Accept<SequenceStart>(out _) ? Series() : Fields();
    }

    private ContentSeries Series()
    {
        RefuseAnchor(Next<SequenceStart>());
        var start = line;
        var nodes = new List<ContentNode>();

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            nodes.Add(Node());
        }

        return new(start, nodes);
    }

    private ContentFields Fields()
    {
        RefuseAnchor(Next<MappingStart>());
        var start = line;
        var fields = new Dictionary<string, ContentField>(StringComparer.Ordinal);

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = Next<Scalar>().Value;
            var nameLine = line;

            if (!fields.TryAdd(name, new(nameLine, Node())))
            {
                report(nameLine, $"'{name}' stands here a second time; the first is in line {fields[name].Line}");
            }
        }

        return new(start, fields);
    }

    private void RefuseAnchor(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            report(line, "anchors (&) and aliases (*) are not used in content: write the text out");
        }
    }

    private int LineOf(Mark mark) => linesBefore + Math.Max(1, (int)mark.Line);
}
