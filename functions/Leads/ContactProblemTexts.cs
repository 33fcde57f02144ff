namespace LeadFunctions.Leads;

/// <summary>The words for a <see cref="ContactProblem"/>: what to do, addressed to the visitor.</summary>
public static class ContactProblemTexts
{
    /// <summary>One English sentence without anything that the visitor typed; empty for <see cref="ContactProblem.None"/>.</summary>
    public static string ToEnglish(this ContactProblem problem) => problem switch
    {
        ContactProblem.None => "",
        ContactProblem.NameMissing => "Enter your name.",
        ContactProblem.NameTooLong => "Enter a name of at most 100 characters.",
        ContactProblem.NameWithoutLetter => "Enter a name with at least one letter.",
        ContactProblem.NameForbiddenCharacter => "Enter your name on one line, without hidden characters.",
        ContactProblem.EmailMissing => "Enter your e-mail address.",
        ContactProblem.EmailTooLong => "Enter an e-mail address of at most 254 characters, at most 64 of them before the @.",
        ContactProblem.EmailMoreThanOne => "Enter one e-mail address only.",
        ContactProblem.EmailForbiddenCharacter => "Enter an e-mail address without spaces or hidden characters.",
        ContactProblem.EmailMalformed => "Enter an e-mail address like name@example.com.",
        ContactProblem.EmailHostMalformed => "Check the part of the e-mail address after the @.",
        ContactProblem.PhoneMissing => "Enter your phone number.",
        ContactProblem.PhoneForbiddenCharacter => "Enter a phone number of digits, spaces and the signs + ( ) - . only.",
        ContactProblem.PhoneTooShort => "Enter the whole phone number with its area code.",
        ContactProblem.PhoneTooLong => "Enter a phone number of at most 15 digits.",
        ContactProblem.PhoneCountryMissing => "Enter 10 digits, or a number that starts with + and the country code.",
        ContactProblem.PhoneCountryUnknown => "Check the country code after the +.",
        ContactProblem.PhoneNumberImpossible => "Check the area code and the three digits after it: no number in North America begins so.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, message: null),
    };
}
