// English texts of looking for partners.
const number = new Intl.NumberFormat("en-IE");
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;

export const partners = {
  heading: "Find partners",
  navigation: "Partners",
  intro: "Say what you want to do. You get organisations that have done something like it, and the projects that speak for them.",
  idea: "Your idea, in your own words",
  idea_hint: "For example: green skills for welders, with small firms as training places. You can also paste the text of a call.",
  idea_too_long: "This is too long to keep in the address of the page. Say it in fewer words.",
  find: "Find partners",
  like_project: "Organisations for a project like",
  like_call: (call: string) => `Organisations of the projects under the call ${call}`,
  start_anew: "Look for something else",

  members: "In your consortium",
  members_none: "Nobody yet. Add organisations from the list: then those that worked with them before, and countries and types that are missing, come up.",
  members_full: (n: number) => `A consortium has at most ${n} members here.`,
  check: "Check it against the rules of a call, and fill it",
  add: "Add to the consortium",
  add_named: (name: string) => `Add to the consortium: ${name}`,
  added: (name: string) => `${name} is in your consortium now.`,
  remove: (name: string) => `Take out of the consortium: ${name}`,

  weights: "What counts, and how much",
  weight: {
    relevance: "Projects like it",
    ties: "Joint projects with your consortium",
    experience: "Many projects so far",
    complementarity: "A country and a type that you lack",
    newcomer: "Few projects so far",
  } as Record<string, string>,
  damping: "Less for those with many projects",
  half_life: "Years in which what a project says halves",
  usual: "Back to the usual weights",
  formula: "How the score is made",
  formula_text: [
    "Each project that is like your idea speaks for the organisations that carried it out: the more, the more it is like it and the newer it is. The tenth project says less than the first.",
    "Joint projects with your consortium count likewise: less, the more partners they had and the more projects your member has. Who took part in much counts by the logarithm of that. A country and a type that nobody in your consortium has count a half each. An organisation with one project is a full newcomer, one with more is less.",
    "The score is the mean of the five, weighted as you choose, from 0 to 1. Who has most of the first three has 1 there. It compares organisations of one list only.",
  ],

  filters: "Only these",
  country: "Country",
  type: "Type of organisation",
  newcomers: "Only newcomers: first project in the last three years",
  at_most: "Projects at most",
  any: "Any number",

  looking: "Looking for partners …",
  found: (total: number, voting: number) =>
    voting === 0 ? count(total, "organisation", "organisations") : `${count(total, "organisation", "organisations")}, from ${count(voting, "project", "projects")} like it`,
  results: "Organisations found",
  none: "Nobody is found. Say it in other words, or take filters away.",
  as_of: (day: string) => `As of ${day}, from the projects of this catalogue.`,
  newcomer: "Newcomer",
  score: (score: string) => `Score ${score}`,
  parts: (name: string) => `What the score of ${name} is made of`,
  part: (part: string, value: string) => `${part}: ${value}`,
  votes: (n: number) => (n === 1 ? "1 project like it:" : `${number.format(n)} projects like it, above all:`),
  ties: (n: number) => (n === 1 ? "1 project with your consortium:" : `${number.format(n)} projects with your consortium, above all:`),
  more: "Show more",
  shown: (shown: number, total: number) => `Showing ${number.format(shown)} of ${number.format(total)}`,
  of_project: "Find partners for a project like this",
  of_organisation: "Find partners with this organisation",
};
