/*
 * The shape of the generated organization: four plans that everybody has and twelve that every second person has, which makes ten
 * enrollments a person; each plan has nine courses of one module in three milestones, and people have got differently far.
 */

/** Plans that people have; the first `sharedPlans` of them everybody, the others every second person. */
export const plans = 16;
export const sharedPlans = 4;
/** Published plans that nobody has yet: they are assigned while measuring. */
export const sparePlans = 24;

/** Courses of a plan by milestone: two required (two of three each) and an elective. */
export const coursesPerMilestone = 3;

/** How far people have got with a plan: the courses that they have done, by their place in the plan. Three on average. */
export const patterns: readonly (readonly number[])[] = [[], [0], [0, 1], [0, 1, 3], [0, 1, 3, 4], [0, 1, 3, 4, 6], [0, 1, 2, 3], [0, 1, 2, 3, 4]];

export const zones = ['Europe/Berlin', 'UTC', 'America/New_York', 'Asia/Shanghai'];

export const departments = 60;

/** What people are called, and what they are found by (the domain's `foldForSearch` of it); three of them are called 田中一部. */
export const givenNames: readonly (readonly [string, string])[] = [
  ['Ann', 'ann'], ['Björn', 'bjorn'], ['Chloé', 'chloe'], ['Dmitri', 'dmitri'], ['Émile', 'emile'], ['Fatima', 'fatima'], ['Grace', 'grace'],
  ['Hiroshi', 'hiroshi'], ['Inés', 'ines'], ['Jan', 'jan'], ['Kofi', 'kofi'], ['Lê', 'le'], ['Mia', 'mia'], ['Noor', 'noor'], ['Olga', 'olga'],
  ['Priya', 'priya'], ['Quentin', 'quentin'], ['Rosa', 'rosa'], ['Søren', 'soren'],
];
export const familyNames: readonly (readonly [string, string])[] = [
  ['Adeyemi', 'adeyemi'], ['Bauer', 'bauer'], ['Castillo', 'castillo'], ['Dubois', 'dubois'], ['Eriksen', 'eriksen'], ['Fischer', 'fischer'],
  ['García', 'garcia'], ['Haddad', 'haddad'], ['Ivanova', 'ivanova'], ['Jansen', 'jansen'], ['Kowalski', 'kowalski'], ['López', 'lopez'],
  ['Müller', 'muller'], ['Nakamura', 'nakamura'], ['Okafor', 'okafor'], ['Patel', 'patel'], ['Quiroga', 'quiroga'], ['Rossi', 'rossi'],
  ['Sato', 'sato'], ['Tanaka', 'tanaka'], ['Ünal', 'unal'], ['Varga', 'varga'], ['Weber', 'weber'], ['Yılmaz', 'yilmaz'], ['Zhang', 'zhang'],
  ['Novák', 'novak'], ['Popescu', 'popescu'], ['Schmidt', 'schmidt'], ['Silva', 'silva'], ['Kim', 'kim'], ['Nguyễn', 'nguyen'],
];
export const rareName = '田中一部';
