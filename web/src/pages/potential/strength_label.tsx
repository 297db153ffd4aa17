import type { Strength } from "../../api/potential_types";
import { useMessages } from "../../messages/messages";

/** A word with its sign: the colour alone says nothing. */
export function StrengthLabel({ strength }: { strength: Strength }) {
  const t = useMessages();
  return <strong className={`strength strength-${strength}`}>{t.potential.strength[strength]}</strong>;
}
