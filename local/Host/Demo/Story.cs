namespace LeadFunctions.Local.Demo;

/// <summary>Why somebody writes.</summary>
/// <param name="Weight">How often, beside the other stories.</param>
/// <param name="Concerns">What they tick.</param>
/// <param name="Article">The article that they were reading.</param>
/// <param name="Messages">What some of them add.</param>
internal sealed record Story(int Weight, IReadOnlyList<string> Concerns, string? Article, IReadOnlyList<string> Messages)
{
    /// <summary>All stories, for the sample clinic's concerns and articles. Nobody in them is in danger.</summary>
    public static IReadOnlyList<Story> All { get; } =
    [
        new(12, ["depression", "chronic-pain"], "depression-and-chronic-pain",
        [
            "I have had back pain for three years and my mood has gone down with it. I would like to treat both.",
            "Fibromyalgia for six years, and lately little energy for anything else. Do you look at both together?",
            "My primary care doctor suggested that I talk with you about pain and depression.",
        ]),
        new(10, ["depression"], "depression-more-than-sadness",
        [
            "I am looking for a psychiatrist and a therapist who talk to each other.",
            "Second try after a few sessions elsewhere did not suit me. Evenings would be best.",
            "Do you take new patients this month?",
        ]),
        new(12, ["treatment-resistant-depression", "ketamine"], "when-antidepressants-are-not-enough",
        [
            "Three medications in four years, none for long. I would like to know whether infusions are an option for me.",
            "My psychiatrist will send a referral. How long is the wait for a first infusion?",
            "What does a course of infusions cost, and does insurance cover part of it?",
        ]),
        new(14, ["anxiety"], "anxiety-treatment-options",
        [
            "Mostly at work and before meetings. I would rather begin with therapy than with medication.",
            "I had my first panic attack in the car and avoid driving since.",
            "I am looking for cognitive behavioral therapy, in the afternoons if possible.",
        ]),
        new(8, ["anxiety", "sleep"], "sleep-and-your-mental-health",
        [
            "I lie awake until three most nights and worry about everything.",
            "I have tried every tip on sleep that there is. I would like to talk to somebody who treats the cause.",
        ]),
        new(8, ["ocd"], "recognizing-the-signs-of-ocd",
        [
            "The article described my mornings exactly. Checking the stove takes me half an hour.",
            "It has become worse since I moved. I would like an assessment.",
        ]),
        new(4, ["ocd", "psychotherapy"], "exposure-and-response-prevention",
        [
            "Does one of your therapists offer exposure and response prevention?",
        ]),
        new(10, ["chronic-pain", "ketamine"], "can-ketamine-relieve-my-chronic-pain",
        [
            "Nerve pain after an operation two years ago. Nothing so far has lasted.",
            "I was told about ketamine for complex regional pain. Could I talk to somebody before I decide?",
            "Do I need a referral from my pain clinic?",
        ]),
        new(6, ["chronic-pain"], "living-well-with-chronic-pain",
        [
            "Neck and shoulders, for about five years. I would like more than another prescription.",
            "Is there parking close to the door? I do not walk far.",
        ]),
        new(6, ["headaches"], "headaches-and-the-mind-body-link",
        [
            "Migraine eight to ten days a month. My neurologist is happy to share the records.",
            "Tension headaches nearly every working day.",
        ]),
        new(7, ["stress"], "what-stress-does-to-your-body",
        [
            "New job, small child, no pause. I would like to do something before it gets worse.",
            "Burned out, my doctor says. I have two weeks off and would like to begin in them.",
        ]),
        new(4, ["stress", "sleep"], "sleep-and-your-mental-health",
        [
            "I travel for work and have not slept well for months.",
        ]),
        new(5, ["functional-medicine", "stress"], "functional-medicine-and-mood",
        [
            "I would like somebody to look at thyroid, nutrition and mood together.",
            "Interested in the functional medicine program. What happens at the first visit?",
        ]),
        new(4, ["anxiety", "telehealth"], "how-telehealth-works",
        [
            "I live two hours away, so video visits would be a great help.",
            "Can the first appointment be by video too?",
        ]),
        new(5, ["other"], "your-first-visit",
        [
            "I would like to know how a first visit goes before I book one.",
            "I am asking for my mother, who would come with me.",
        ]),
        new(6, [], null,
        [
            "Please call me back about appointments in the next two weeks.",
            "Is there somebody I can ask about insurance?",
        ]),
    ];
}
