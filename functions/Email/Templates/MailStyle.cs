namespace LeadFunctions.Email;

/// <summary>
/// The looks of our mails, as inline styles, since some mail programs drop style sheets. The colours of the dark scheme are in
/// <see cref="MailLayout"/> and go by class.
/// </summary>
internal static class MailStyle
{
    public const string Sans = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
    public const string Serif = "font-family:Georgia,'Times New Roman',serif;";

    public const string Heading = Serif + "margin:0 0 20px;font-size:27px;line-height:34px;font-weight:normal;color:#1d3b36;";
    public const string SectionHeading = Serif + "margin:32px 0 12px;font-size:20px;line-height:26px;font-weight:normal;color:#1d3b36;";
    public const string Paragraph = Sans + "margin:0 0 18px;font-size:16px;line-height:26px;color:#26332f;";
    public const string Small = Sans + "margin:0 0 12px;font-size:13px;line-height:20px;color:#5b6964;";
    public const string Link = "color:#1f6357;text-decoration:underline;";
    public const string QuietLink = "color:#5b6964;text-decoration:underline;";
    public const string Label = Sans + "width:104px;padding:5px 12px 5px 0;font-size:14px;line-height:24px;color:#5b6964;";
    public const string Value = Sans + "padding:5px 0;font-size:16px;line-height:24px;color:#26332f;white-space:pre-line;word-break:break-word;";
    public const string Entry = Sans + "padding:14px 0;border-top:1px solid #e6e0d5;font-size:15px;line-height:24px;color:#26332f;word-break:break-word;";
    public const string Hidden = "display:none;max-height:0;max-width:0;overflow:hidden;";
    public const string Muted = "color:#5b6964;";
    public const string Panel = "padding:13px 20px;background-color:#f1f6f3;border-radius:10px;";
    public const string ButtonCell = "border-radius:8px;background-color:#1f6357;";
    public const string Button = Sans + "display:inline-block;padding:13px 24px;font-size:16px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:8px;";
}
