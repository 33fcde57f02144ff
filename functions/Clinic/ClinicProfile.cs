using LeadFunctions.Languages;

namespace LeadFunctions.Clinic;

/// <summary>What belongs to one clinic: who it is, when it is open, what it promises, and its wording. From <c>content/clinic.yml</c>.</summary>
/// <param name="Name">The name, as patients know it.</param>
/// <param name="ReferencePrefix">The first part of a reference, 2 to 6 capital letters: "PAMB".</param>
/// <param name="Phone">The number that visitors are told to call.</param>
/// <param name="Address">The postal address, which every mail must carry.</param>
/// <param name="Website">The clinic's website; every article is on its host.</param>
/// <param name="Time">The clinic's clock.</param>
/// <param name="Hours">When somebody is there.</param>
/// <param name="Promise">How soon the clinic answers.</param>
/// <param name="DigestAt">When staff get their digest, on the clinic's clock.</param>
/// <param name="Mail">Who mail comes from.</param>
/// <param name="Consents">What people agree to, in the words they are shown.</param>
/// <param name="Crisis">What somebody in danger is told at once.</param>
/// <param name="ArticleNotice">What stands under every article: not medical advice, and where to turn in an emergency.</param>
public sealed record ClinicProfile(
    string Name,
    string ReferencePrefix,
    ClinicPhone Phone,
    PostalAddress Address,
    Uri Website,
    ClinicTime Time,
    OpeningHours Hours,
    Promise Promise,
    TimeOnly DigestAt,
    MailSender Mail,
    ConsentWordings Consents,
    CrisisNotice Crisis,
    LocalText ArticleNotice)
{
    /// <summary>When nobody is written to unasked, or <see langword="null"/> where the clinic knows no such hours.</summary>
    public QuietHours? QuietHours { get; init; }
}

/// <param name="Number">E.164, for <c>tel:</c> links: "+16505550142".</param>
/// <param name="Shown">As it is written for people: "(650) 555-0142".</param>
public sealed record ClinicPhone(string Number, string Shown);

public sealed record PostalAddress(string Street, string City, string Region, string PostalCode, string Country)
{
    /// <summary>In one line, as under a mail.</summary>
    public override string ToString() => $"{Street}, {City}, {Region} {PostalCode}, {Country}";
}

/// <summary>How soon the clinic answers, counted in opening hours.</summary>
/// <param name="Call">From "call me" to the call.</param>
/// <param name="Appointment">From a request for an appointment to the answer.</param>
public sealed record Promise(TimeSpan Call, TimeSpan Appointment)
{
    /// <summary>
    /// How soon somebody is called who wrote of danger. Not in opening hours but at any: whoever may be in danger at night cannot wait for the morning.
    /// </summary>
    public TimeSpan Urgent { get; init; } = TimeSpan.FromMinutes(5);
}

/// <param name="Name">The name beside the address; says nothing about health.</param>
/// <param name="From">The address that mail is sent from.</param>
/// <param name="ReplyTo">The address that answers go to.</param>
public sealed record MailSender(string Name, string From, string ReplyTo);

/// <summary>The wordings of each consent.</summary>
/// <param name="Articles">To be sent articles by e-mail.</param>
/// <param name="Calls">To be called.</param>
/// <param name="Texts">To be sent text messages.</param>
/// <param name="Email">To be written to about the request itself.</param>
public sealed record ConsentWordings(ConsentText Articles, ConsentText Calls, ConsentText Texts, ConsentText Email);

/// <summary>A consent and all wordings it ever had: what somebody agreed to can be shown years later.</summary>
/// <param name="Wordings">The newest first; at least one.</param>
public sealed record ConsentText(IReadOnlyList<ConsentWording> Wordings)
{
    /// <summary>The wording that people are shown now.</summary>
    public ConsentWording Current => Wordings[0];

    /// <summary>The wording of a version, or <see langword="null"/>.</summary>
    public ConsentWording? Find(string version) => Wordings.FirstOrDefault(wording => wording.Version == version);
}

/// <param name="Version">The date from which it was shown: "2026-11-01". Kept with the consent.</param>
/// <param name="Text">The words.</param>
public sealed record ConsentWording(string Version, LocalText Text);

/// <param name="Message">What is said first.</param>
/// <param name="Lines">Whom to turn to; at least one.</param>
public sealed record CrisisNotice(LocalText Message, IReadOnlyList<CrisisLine> Lines);

/// <param name="Name">Who answers.</param>
/// <param name="Call">The number to call.</param>
/// <param name="Text">The number to text, or <see langword="null"/>.</param>
/// <param name="Url">Where to chat, or <see langword="null"/>.</param>
/// <param name="Note">How to be answered in Spanish, or <see langword="null"/>.</param>
/// <param name="SpanishWord">The word with which a text message asks for Spanish, or <see langword="null"/>.</param>
public sealed record CrisisLine(LocalText Name, string Call, string? Text, string? Url, LocalText? Note, string? SpanishWord);
