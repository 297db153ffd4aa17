import { useMessages } from "../../messages/messages";
import { StrengthLabel } from "./strength_label";

/** What the two words say that are no judgement. */
export function StrengthKey() {
  const t = useMessages();
  return (
    <ul className="strength-key">
      {(["known", "unknown"] as const).map((strength) => (
        <li key={strength}>
          <StrengthLabel strength={strength} />: {t.potential.strength_hint[strength]}
        </li>
      ))}
    </ul>
  );
}
