// Whom somebody looks for as a partner, and its form in the address bar, both ways:
//
//   ?idea=green+skills&with=12&from_country=PT&from_country=RO&weigh=55,100,38,10,0
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.

/** In percent, in the order in which they stand in the address. */
export interface PartnerWeights {
  relevance: number;
  ties: number;
  experience: number;
  complementarity: number;
  newcomer: number;
}

export const WEIGHT_NAMES = ["relevance", "ties", "experience", "complementarity", "newcomer"] as const;
export const USUAL_WEIGHTS: PartnerWeights = { relevance: 55, ties: 100, experience: 38, complementarity: 10, newcomer: 0 };

/** A consortium has no more here. */
export const MOST_MEMBERS = 50;
/** Of an address, which the server takes up to 8 KiB long; what is chosen later has its place too. */
export const MOST_ADDRESS = 7_500;

export interface PartnerState {
  /** In somebody's own words. */
  idea?: string;
  /** Instead: a project that is like it. */
  like?: string;
  /** Instead: a call. */
  of_call?: string;
  /** Organisations in the consortium already. */
  with?: string[];
  from_country?: string[];
  of_type?: string[];
  only_newcomers?: boolean;
  /** Projects that a candidate has at most. */
  at_most?: number;
  weigh?: PartnerWeights;
  /** In percent. */
  damping?: number;
  half_life?: number;
}

const PERCENT = /^\d{1,3}$/;

function percent(text: string | null): number | undefined {
  return text !== null && PERCENT.test(text) && Number(text) <= 100 ? Number(text) : undefined;
}

function read_weights(text: string | null): PartnerWeights | undefined {
  const numbers = text === null ? [] : text.split(",").map(percent);
  const [relevance, ties, experience, complementarity, newcomer] = numbers;
  if (numbers.length !== WEIGHT_NAMES.length) return undefined;
  if (relevance === undefined || ties === undefined || experience === undefined || complementarity === undefined || newcomer === undefined) return undefined;
  const weights = { relevance, ties, experience, complementarity, newcomer };
  return relevance + ties + experience + complementarity + newcomer > 0 ? weights : undefined;
}

export function read_partners(search: string): PartnerState {
  const parameters = new URLSearchParams(search);
  const every = (name: string) => [...new Set(parameters.getAll(name).filter((value) => value !== ""))];
  const lists = { with: every("with"), from_country: every("from_country"), of_type: every("of_type") };
  const whole = (name: string, highest: number) => {
    const number = Number(parameters.get(name) ?? "");
    return Number.isInteger(number) && number >= 1 && number <= highest ? number : undefined;
  };
  const idea = parameters.get("idea");
  const like = parameters.get("like");
  const of_call = parameters.get("of_call");
  const weigh = read_weights(parameters.get("weigh"));
  const damping = percent(parameters.get("damping"));
  const at_most = whole("at_most", 1_000_000);
  const half_life = whole("half_life", 50);
  return {
    ...(idea && { idea }),
    ...(!idea && like && { like }),
    ...(!idea && !like && of_call && { of_call }),
    ...(lists.with.length > 0 && { with: lists.with }),
    ...(lists.from_country.length > 0 && { from_country: lists.from_country }),
    ...(lists.of_type.length > 0 && { of_type: lists.of_type }),
    ...(parameters.get("only_newcomers") === "yes" && { only_newcomers: true }),
    ...(at_most !== undefined && { at_most }),
    ...(weigh && { weigh }),
    ...(damping !== undefined && { damping }),
    ...(half_life !== undefined && { half_life }),
  };
}

/** "?idea=…", or nothing. */
export function write_partners(state: PartnerState): string {
  const parameters = new URLSearchParams();
  if (state.idea) parameters.set("idea", state.idea);
  if (state.like) parameters.set("like", state.like);
  if (state.of_call) parameters.set("of_call", state.of_call);
  for (const name of ["with", "from_country", "of_type"] as const) {
    for (const value of state[name] ?? []) parameters.append(name, value);
  }
  if (state.only_newcomers) parameters.set("only_newcomers", "yes");
  if (state.at_most !== undefined) parameters.set("at_most", String(state.at_most));
  if (state.weigh) parameters.set("weigh", WEIGHT_NAMES.map((name) => state.weigh?.[name]).join(","));
  if (state.damping !== undefined) parameters.set("damping", String(state.damping));
  if (state.half_life !== undefined) parameters.set("half_life", String(state.half_life));
  const written = parameters.toString();
  return written === "" ? "" : `?${written}`;
}

/** Whether a weight that can count is above 0: joint projects and what is lacking need members, likeness something to be like. */
export function can_count({ idea, like, of_call, with: members }: PartnerState, weights: PartnerWeights): boolean {
  const of_likeness = idea || like || of_call ? weights.relevance : 0;
  const of_members = members?.length ? weights.ties + weights.complementarity : 0;
  return of_likeness + of_members + weights.experience + weights.newcomer > 0;
}

/** Whether anything is looked for. */
export function is_asked({ idea, like, of_call, with: members }: PartnerState): boolean {
  return Boolean(idea || like || of_call || members?.length);
}
