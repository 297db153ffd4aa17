import type { ApplicationStage } from "../../api/application_types";
import { useMessages } from "../../messages/messages";

/** Where an application stands: a word, with a colour beside it. */
export function StageLabel({ stage }: { stage: ApplicationStage }) {
  const t = useMessages();
  return <span className={`application-stage stage-${stage}`}>{t.application.stage[stage]}</span>;
}
