// English texts of the network.
const number = new Intl.NumberFormat("en-IE");
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;

export const network = {
  heading: "Who works with whom",
  intro: "Organisations that took part in the same project are tied. The more joint projects, the stronger the tie.",
  whole: "The whole catalogue",
  around: (name: string) => `Around ${name}`,
  to_whole: "Show the whole catalogue",
  of_organisation: "Its network: partners and how they are tied",
  way_of_organisation: "Find the way to another organisation",

  order: "Order and size by",
  order_by: { degree: "Partners", betweenness: "Go-between", core: "Core", projects: "Projects" },
  stable_only: "Stable ties only (two joint projects or more)",
  measuring: "Measuring the network …",
  nobody: "No organisation takes part in such a project.",

  as_of: (day: string, projects: number) => `As of ${day}, from participations in ${count(projects, "project", "projects")}.`,
  organisations: "Organisations",
  newcomers: "Newcomers",
  ties: "Ties",
  stable_ties: "Stable ties",
  parts: "Separate parts",
  parts_value: (parts: number, largest: number) => `${number.format(parts)}, the largest with ${count(largest, "organisation", "organisations")}`,
  highest_core: "Highest core",
  how_betweenness: "Go-between measured",
  exact: "exactly",
  sampled: (pairs: number, error: string, confidence: string) =>
    `from a sample of ${number.format(pairs)} pairs; no value is further than ${error} from the truth, with ${confidence} confidence`,

  picture_heading: (shown: number, all: number) => (shown === all ? `All ${number.format(all)} as a picture` : `The first ${number.format(shown)} of ${number.format(all)} as a picture`),
  picture: (organisations: number, ties: number) => `Picture of ${count(organisations, "organisation", "organisations")} with ${count(ties, "tie", "ties")} among them; the table below says the same`,
  picture_hint: "Letters and colours are communities; thicker lines are more joint projects. Point at a circle, or reach it with Tab, to see who it is and its ties.",
  skip_picture: "Skip the picture, go to the table",
  node: (name: string, partners: number, community: number) => `${name}: ${count(partners, "partner", "partners")}, community ${number.format(community)}`,
  table_heading: "The same as a table",
  column: {
    organisation: "Organisation",
    country: "Country",
    community: "Community",
    degree: "Partners",
    stable: "Stable",
    betweenness: "Go-between",
    core: "Core",
    projects: "Projects",
    way: "Way",
  },
  newcomer: "newcomer",
  range: (low: string, high: string) => `${low} to ${high}`,
  way_from_here: "from here",
  way_from_named: (name: string) => `Find the way from ${name} to another organisation`,

  communities: "Communities",
  communities_found: (found: number, modularity: string) => `${count(found, "community", "communities")}, modularity ${modularity}. The largest:`,

  exports: "Take it with you",
  graphml: "Whole network as GraphML, for Gephi, igraph or networkx",
  ties_csv: "All ties as CSV",
  organisations_csv: "All organisations with their measures as CSV",

  way: "The way between two organisations",
  way_intro: "Over how few partners do two organisations know each other? Of several ways the one with the most joint projects is shown.",
  way_from: "From",
  way_to: "To",
  way_hint: "The number of an organisation, or the link of its page.",
  find_way: "Find the way",
  no_number: "Give the number of an organisation or the link of its page.",
  no_organisation: "There is no organisation with this number.",
  no_way: (from: string, to: string) => `No joint projects lead from ${from} to ${to}.`,
  way_found: (from: string, to: string, steps: number) => (steps === 0 ? `${from} is the same organisation.` : `From ${from} to ${to} in ${count(steps, "step", "steps")}:`),
  joint: (projects: number) => `${count(projects, "joint project", "joint projects")}:`,

  meaning: "What these numbers say, and what not",
  meaning_text: [
    "Partners: with how many others an organisation shared a project. Large projects make many partners at once, so this is not how well they know each other; stable ties, of two joint projects or more, say more of that.",
    "Go-between (betweenness): of all pairs of other organisations, the share whose shortest way leads over this one. In a large network it is estimated from a sample, and the range has the true value.",
    "Core: the largest number k for which an organisation has k partners who each have k partners among themselves. It tells the middle of the network from its edge, where a single large project does not help.",
    "Communities: groups with more joint projects among themselves than chance would give (Leiden method). Modularity says how clear the groups are: 0 not at all, above 0.3 clearly. Small groups may be joined with others.",
    "Newcomers: organisations whose first project in this catalogue began in the last three years. What a source leaves out, such as partners in older years, is missing here too.",
  ],
};
