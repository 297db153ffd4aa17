// What may follow what is typed, and which of it is chosen: the state of a combobox (WAI-ARIA 1.2, list autocomplete).
// The focus stays in the input; the chosen option is its active descendant.
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { completions_query } from "../../api/queries";
import type { Completion } from "../../api/types";

const NOTHING = -1;

/** `only`: completions of other kinds are left out. */
export function useCompletions(text: string, take: (completion: Completion) => void, only?: Completion["kind"]) {
  const [wanted, set_wanted] = useState(false);
  const [chosen, set_chosen] = useState(NOTHING);
  const list_id = useId();
  const typed = text.trim();
  const found = useQuery({ ...completions_query(typed), enabled: wanted && typed !== "" });
  const list = typed === "" ? [] : (found.data ?? []).filter(({ kind }) => only === undefined || kind === only);
  const is_open = wanted && list.length > 0;
  const active = is_open && chosen < list.length ? chosen : NOTHING;
  const option_id = (place: number) => `${list_id}-${place}`;

  const close = () => {
    set_wanted(false);
    set_chosen(NOTHING);
  };
  const take_at = (place: number) => {
    const completion = list[place];
    close();
    if (completion) take(completion);
  };

  /** Whether the key was for the list. Past either end nothing is chosen: Enter then searches what is typed. */
  const on_key = (key: string): boolean => {
    if (key === "ArrowDown" && !is_open) {
      set_wanted(true);
      return list.length > 0;
    }
    if (!is_open) return false;
    const places = list.length + 1;
    if (key === "ArrowDown") set_chosen(((active + 2) % places) - 1);
    else if (key === "ArrowUp") set_chosen(((active + places) % places) - 1);
    else if (key === "Escape") close();
    else if (key === "Enter" && active !== NOTHING) take_at(active);
    else return false;
    return true;
  };

  return {
    list,
    list_id,
    is_open,
    active,
    option_id,
    take_at,
    close,
    on_key,
    open: () => {
      set_wanted(true);
      set_chosen(NOTHING);
    },
    input: {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": is_open,
      "aria-controls": list_id,
      "aria-activedescendant": active === NOTHING ? undefined : option_id(active),
    } as const,
  };
}

export type CompletionState = ReturnType<typeof useCompletions>;
