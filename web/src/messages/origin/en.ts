// English texts of where figures come from.
export const origin = {
  as_of: (day: string, source: string) => `As of ${day}. Source: ${source}.`,
  source: {
    coverage: "all projects of the catalogue, which the imports below brought",
    pipeline: "all innovations that were proposed here, where each stands",
    aims: "organisations of the catalogue by the type that their sources stated, the list of providers, their answers, and how many the state said that it has",
    evidence: "protocols of this innovation as they were registered, and its pilots",
    ranking: "assessments by this rubric that were handed in",
    hub: "projects of the catalogue within the hub's filter, by the day on which they begin, and the organisations that take part in them",
    need: "projects of the catalogue, and innovations that were proposed here",
  },
};

export type OriginMessages = typeof origin;
