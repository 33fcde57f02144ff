using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LeadFunctions.Capture;

/// <summary>Reads a submission from a plain HTML form, urlencoded or multipart (RFC 7578): the JSON's names, dots for nesting, repeated for lists.</summary>
internal static class FormSubmission
{
    private const int MostFields = 64;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = MostFields,
        KeyLengthLimit = 256,
        MultipartBoundaryLengthLimit = 128,
        MultipartHeadersCountLimit = 8,
        MultipartHeadersLengthLimit = 1024,
    };

    public static async Task<SubmittedFields> ReadAsync(HttpRequest request, byte[] body, bool withKind, CancellationToken cancellationToken)
    {
        var fields = new SubmittedFields();
        using var stream = new MemoryStream(body, writable: false);
        request.Body = stream;
        try
        {
            var form = await new FormFeature(request, Limits).ReadFormAsync(cancellationToken);
            foreach (var (field, values) in form)
            {
                Read(fields, field, [.. values.Select(value => value ?? "")], withKind);
            }

            foreach (var file in form.Files)
            {
                fields.Errors.Add(file.Name, SubmissionText.FilesNotTaken);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            fields.Errors.Add(SubmissionSchema.Body, SubmissionText.FormUnreadable.With(MostFields));
        }

        return fields;
    }

    private static void Read(SubmittedFields fields, string field, IReadOnlyList<string> values, bool withKind)
    {
        if (SubmissionSchema.IsFlag(field))
        {
            ReadFlag(fields, field, values);
        }
        else if (SubmissionSchema.IsText(field, withKind) || SubmissionSchema.IsTextList(field) || SubmissionSchema.IsPreferredTimePart(field))
        {
            foreach (var value in values)
            {
                fields.Add(field, value);
            }
        }
        else
        {
            fields.Errors.Add(field, SubmissionText.Unknown);
        }
    }

    // A ticked box sends its value, "on" unless the page says otherwise; a hidden field beside it may say "false" first.
    private static void ReadFlag(SubmittedFields fields, string field, IReadOnlyList<string> values)
    {
        switch (values[^1].Trim())
        {
            case "on" or "true":
                fields.Add(field, "true");
                break;
            case "false" or "":
                fields.Add(field, "false");
                break;
            default:
                fields.Errors.Add(field, SubmissionText.TrueOrFalse);
                break;
        }
    }
}
