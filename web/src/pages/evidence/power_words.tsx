import type { PilotPower } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";

/** What can be detected and what not, in sentences. */
export function PowerWords({ power }: { power: PilotPower }) {
  const t = useMessages();
  if (power.minimum_detectable_effect === null) {
    return <p>{t.pilot.power_none}</p>;
  }
  return (
    <>
      <p className="plain-sentence">{t.pilot.power_found(power.minimum_detectable_effect, power.probability_better)}</p>
      {power.share_difference !== null && <p>{t.pilot.power_share(power.share_difference)}</p>}
      <p>{t.pilot.power_missed}</p>
      <ul>
        {power.effects.map(({ effect, power: found, treated_learners }) => (
          <li key={effect}>{t.pilot.power_line(effect, found, treated_learners)}</li>
        ))}
      </ul>
    </>
  );
}
