import type { InnovationState } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";

/** Where an innovation is; where it no longer goes on, that first. */
export function StateLabel({ stage, standing }: InnovationState) {
  const t = useMessages();
  return (
    <span className={`state-label stage-${stage} standing-${standing}`}>
      {standing === "active" ? t.innovation.stage[stage] : `${t.innovation.standing[standing]} (${t.innovation.stage[stage]})`}
    </span>
  );
}
