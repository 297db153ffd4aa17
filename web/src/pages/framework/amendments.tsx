import type { FrameworkVersion } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Supporters } from "../../parts/supporters";
import { AmendmentActs } from "./amendment_acts";
import { ProposeAmendment } from "./propose_amendment";
import { SideBySide } from "./side_by_side";

/** Proposed changes, each with its reason, its supporters and what became of it. */
export function Amendments({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const { amendments } = version;
  return (
    <section aria-labelledby="amendments">
      <h2 id="amendments">{t.framework.amendments}</h2>
      {amendments.length === 0 && <p>{t.framework.amendments_none}</p>}
      {amendments.map((amendment) => (
        <section key={amendment.id} aria-labelledby={`amendment-${amendment.id}`} className="framework-item">
          <h3 id={`amendment-${amendment.id}`}>{t.framework.amendment(amendment.id, amendment.item)}</h3>
          <p>
            <strong>{t.framework.amendment_state[amendment.state]}</strong>
          </p>
          <Supporters kind="amendment" id={amendment.id} count={amendment.supporters} />
          <p>{amendment.reason}</p>
          {amendment.moves
            .filter(({ reasons }) => reasons !== "")
            .map((move) => (
              <p key={move.at + move.act}>
                <strong>{t.framework.amendment_state[move.to]}:</strong> {move.reasons}
              </p>
            ))}
          <SideBySide
            older={amendment.before}
            newer={amendment.after}
            older_heading={t.framework.before}
            newer_heading={t.framework.after}
          />
          <AmendmentActs amendment={amendment} />
        </section>
      ))}
      <ProposeAmendment version={version} />
    </section>
  );
}
