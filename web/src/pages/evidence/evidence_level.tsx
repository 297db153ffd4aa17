import type { Evidence } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Origin } from "../../parts/origin";

/** The level in words, the facts that it rests on, and what would raise it. */
export function EvidenceLevel({ evidence }: { evidence: Evidence }) {
  const t = useMessages();
  const { level, there, wanted, reported_pilots } = evidence;
  const { better, unclear, worse } = reported_pilots;
  return (
    <section aria-labelledby="evidence-level">
      <h2 id="evidence-level">{t.pilot.level(level)}</h2>
      <p className="plain-sentence">{t.pilot.level_name[level]}</p>
      {better + unclear + worse > 0 && <p>{t.pilot.reported(better, unclear, worse)}</p>}
      {there.length > 0 && (
        <>
          <h3>{t.pilot.there}</h3>
          <ul>
            {there.map((fact) => (
              <li key={fact}>{t.pilot.fact[fact]}</li>
            ))}
          </ul>
        </>
      )}
      {wanted.length > 0 && (
        <>
          <h3>{t.pilot.wanted}</h3>
          <ul>
            {wanted.map((fact) => (
              <li key={fact}>{t.pilot.fact[fact]}</li>
            ))}
          </ul>
        </>
      )}
      <p className="missing">{t.pilot.level_why}</p>
      <Origin as_of={evidence.as_of} of="evidence" />
    </section>
  );
}
