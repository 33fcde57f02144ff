namespace LeadFunctions.Leads;

/// <summary>What is wrong with something that a visitor typed about himself; <see cref="ContactProblemTexts"/> has the words.</summary>
public enum ContactProblem
{
    /// <summary>Nothing is wrong.</summary>
    None,

    NameMissing,
    NameTooLong,
    NameWithoutLetter,
    NameForbiddenCharacter,

    EmailMissing,
    EmailTooLong,
    EmailMoreThanOne,
    EmailForbiddenCharacter,
    EmailMalformed,
    EmailHostMalformed,

    PhoneMissing,
    PhoneForbiddenCharacter,
    PhoneTooShort,
    PhoneTooLong,
    PhoneCountryMissing,
    PhoneCountryUnknown,
    PhoneNumberImpossible,
}
