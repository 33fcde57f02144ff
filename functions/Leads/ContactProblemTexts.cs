namespace LeadFunctions.Leads;

/// <summary>The words for a <see cref="ContactProblem"/>: what to do, addressed to the visitor.</summary>
public static class ContactProblemTexts
{
    /// <summary>One sentence, in the language that is spoken now, without anything that the visitor typed; empty for <see cref="ContactProblem.None"/>.</summary>
    public static string ToWords(this ContactProblem problem) => problem switch
    {
        ContactProblem.None => "",
        ContactProblem.NameMissing => ContactProblemText.NameMissing,
        ContactProblem.NameTooLong => ContactProblemText.NameTooLong,
        ContactProblem.NameWithoutLetter => ContactProblemText.NameWithoutLetter,
        ContactProblem.NameForbiddenCharacter => ContactProblemText.NameForbiddenCharacter,
        ContactProblem.EmailMissing => ContactProblemText.EmailMissing,
        ContactProblem.EmailTooLong => ContactProblemText.EmailTooLong,
        ContactProblem.EmailMoreThanOne => ContactProblemText.EmailMoreThanOne,
        ContactProblem.EmailForbiddenCharacter => ContactProblemText.EmailForbiddenCharacter,
        ContactProblem.EmailMalformed => ContactProblemText.EmailMalformed,
        ContactProblem.EmailHostMalformed => ContactProblemText.EmailHostMalformed,
        ContactProblem.PhoneMissing => ContactProblemText.PhoneMissing,
        ContactProblem.PhoneForbiddenCharacter => ContactProblemText.PhoneForbiddenCharacter,
        ContactProblem.PhoneTooShort => ContactProblemText.PhoneTooShort,
        ContactProblem.PhoneTooLong => ContactProblemText.PhoneTooLong,
        ContactProblem.PhoneCountryMissing => ContactProblemText.PhoneCountryMissing,
        ContactProblem.PhoneCountryUnknown => ContactProblemText.PhoneCountryUnknown,
        ContactProblem.PhoneNumberImpossible => ContactProblemText.PhoneNumberImpossible,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, message: null),
    };
}
