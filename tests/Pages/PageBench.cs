using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LeadFunctions.Capture;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Tests.Pages;

/// <summary>Makes pages as the app does, and takes them apart.</summary>
internal sealed class PageBench : IAsyncDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly TestApp app = new();

    public T Get<T>()
        where T : notnull => app.Get<T>();

    public void Advance(TimeSpan time) => app.Clock.Advance(time);

    public Task<IHtmlDocument> FormAsync(LeadKind kind, SubmittedFields? fields = null, int status = StatusCodes.Status200OK, string? problem = null) =>
        ParseAsync(Get<CapturePages>().FormAsync(kind, fields ?? new(), status, problem));

    public static async Task<IHtmlDocument> ParseAsync(Task<IResult> page) => Parse(Assert.IsType<PageResult>(await page).Html);

    public static IHtmlDocument Parse(string html) => Parser.ParseDocument(html);

    /// <summary>Fields as a form would send them, judged as the app judges them.</summary>
    public SubmittedFields Judged(LeadKind kind, params (string Name, string Value)[] values)
    {
        var fields = Fields(values);
        Get<InquiryReader>().TryRead(fields, kind);
        return fields;
    }

    public static SubmittedFields Fields(params IEnumerable<(string Name, string Value)> values)
    {
        var fields = new SubmittedFields();
        foreach (var (name, value) in values)
        {
            fields.Add(name, value);
        }

        return fields;
    }

    /// <summary>What a browser would send, in the order of the page (HTML Standard, constructing the entry list).</summary>
    public static IEnumerable<(string Name, string Value)> Sent(IHtmlDocument page)
    {
        foreach (var control in page.QuerySelectorAll("form [name]"))
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked)
                    {
                        yield return (box.Name!, box.Value);
                    }

                    break;
                case IHtmlInputElement input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (select.Name!, select.Value!);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (area.Name!, area.Value);
                    break;
            }
        }
    }

    /// <summary>What of it the visitor or the link to the form has said.</summary>
    public static IEnumerable<(string Name, string Value)> Said(IHtmlDocument page) =>
        Sent(page).Where(field => field.Name is not (SubmissionSchema.FormToken or SubmissionSchema.Trap));

    public static IEnumerable<IElement> Controls(IHtmlDocument page) => page.QuerySelectorAll("form input:not([type=hidden], [tabindex='-1']), form select, form textarea");

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
