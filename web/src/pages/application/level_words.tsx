import type { Level } from "../../api/application_types";
import { useMessages } from "../../messages/messages";

/** "2 Emerging"; where nobody stated a level the words of `otherwise`, never a zero. */
export function LevelWords({ level, otherwise }: { level: Level | null; otherwise: string }) {
  const t = useMessages();
  if (!level) return <span className="unknown-level">{otherwise}</span>;
  return t.application.level(level.number, t.framework.level[level.name]);
}

/** How far the level of peers lies from the state's own, in words; nothing where one is missing. */
export function Distance({ levels }: { levels: number | null }) {
  const t = useMessages();
  if (levels === null) return null;
  if (levels === 0) return t.application.same;
  return levels < 0 ? t.application.peers_lower(-levels) : t.application.peers_higher(levels);
}
