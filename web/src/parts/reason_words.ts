// Says the server's reason for a refusal in the reader's language: from its code and the words that it is about.
import type { RefusalReason } from "../api/types";
import type { Messages } from "../messages/en";

/** Null where there is none, or one with a word that this page does not know: the server's own sentence is all there is. */
export function reason_in_words(reason: RefusalReason | undefined, t: Messages): string | null {
  if (!reason) return null;
  const words = t.failure.reason;
  const machine = machine_words(reason.parts.of?.[0], t);
  const state = named(reason.parts.state, machine?.state)?.[0];
  const act = named(reason.parts.act, machine?.act)?.[0];
  switch (reason.code) {
    case "stale":
      return words.stale;
    case "empty":
      return words.empty;
    case "rule":
      return (t.house_rules as Record<string, string>)[reason.parts.rule?.[0] ?? ""] ?? null;
    case "role_needed": {
      const roles = named(reason.parts.roles, (role) => t.account.role_name[role]);
      return roles && words.role_needed(roles);
    }
    case "still_needed": {
      const needs = named(reason.parts.needs, machine?.need);
      return act && needs ? words.still_needed(act, needs) : null;
    }
    case "no_such_act": {
      const acts = named(reason.parts.acts, machine?.act);
      return act && state && acts ? words.no_such_act(act, state, acts) : null;
    }
    case "not_in_this_state":
      return state ? words.not_in_this_state(state) : null;
    case "not_independent":
      return words.not_independent[reason.parts.why?.[0] ?? ""] ?? null;
    default:
      return null;
  }
}

type Naming = (word: string) => string | undefined;

/** Null where one of them has no name. */
function named(words: string[] | undefined, name_of: Naming | undefined): string[] | null {
  if (!words || !name_of) return null;
  const names = words.map(name_of).filter((name) => name !== undefined);
  return names.length === words.length ? names : null;
}

interface MachineWords {
  state: Naming;
  act: Naming;
  need: Naming;
}

function machine_words(machine: string | undefined, t: Messages): MachineWords | null {
  const from = (state: Record<string, string>, act: Record<string, string>, need: Record<string, string>): MachineWords => ({
    state: (word) => state[word],
    act: (word) => act[word],
    need: (word) => need[word],
  });
  switch (machine) {
    case "framework version":
      return from(t.framework.state, t.framework.act, t.framework.need);
    case "amendment":
      return from(t.framework.amendment_state, t.framework.amendment_act, { ...t.framework.need, other_amendment: t.framework.merge_into });
    case "application of the framework":
      return from(t.application.stage, t.application.act, t.application.need);
    case "mainstreaming case":
      return from(t.mainstreaming.state, t.mainstreaming.act, t.mainstreaming.need);
    case "hub":
      return from(t.hubs.state, t.hubs.act, t.hubs.need);
    case "protocol":
      return from(t.pilot.protocol_state, t.pilot.protocol_act, t.pilot.need);
    case "pilot":
      return from(t.pilot.state, t.pilot.act, t.pilot.need);
    case "claim of an organisation":
      return from(t.partnership.claim_state, t.partnership.claim_act, t.partnership.claim_need);
    case "offer":
      return from(t.partnership.state, t.partnership.act, t.partnership.need);
    case "conversation":
      return from(t.partnership.thread_state, t.partnership.thread_act, t.partnership.need);
    case "innovation":
      return { ...from({}, t.innovation.act, t.innovation.need), state: (word) => innovation_state(word, t) };
    default:
      return null;
  }
}

/** "testing", or "stopped (testing)": how it stands, and the stage in which that happened. */
function innovation_state(word: string, t: Messages): string | undefined {
  const [, first = "", second] = /^(\w+)(?: \((\w+)\))?$/.exec(word) ?? [];
  const stages: Record<string, string> = t.innovation.stage;
  if (second === undefined) return stages[first];
  const standing = (t.innovation.standing as Record<string, string>)[first];
  const stage = stages[second];
  return standing && stage && `${stage}, ${standing}`;
}
