// One decision on who an organisation is: what, who, when, why; and its undo.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useIdentityWrite } from "../../api/identity_queries";
import type { OrganisationDecision } from "../../api/identity_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";
import { MatchReasons } from "./match_reasons";

interface DecisionLineProps {
  decision: OrganisationDecision;
  may_undo: boolean;
  on_undone: () => void;
}

export function DecisionLine({ decision, may_undo, on_undone }: DecisionLineProps) {
  const words = useMessages().identity;
  const format = useFormat();
  const { number, kind, one, other, author, person, at, reason, score, undoes, undone_by } = decision;
  const is_undoable = kind !== "undo" && undone_by === null;
  const name_of = (side: typeof one) => side.name || words.gone(side.id);
  return (
    <li value={number}>
      <h3>{words.told[kind](name_of(one), name_of(other))}</h3>
      <p className="identity-facts">
        <span>{words.decision_number(number)}</span>
        <span>{format.moment(at)}</span>
        <span>{words.author[author]}</span>
        {person && <span>{person}</span>}
      </p>
      {reason && <p className="identity-reason">{reason}</p>}
      {score !== null && <MatchReasons score={score} reasons_for={decision.reasons_for} reasons_against={decision.reasons_against} />}
      {undoes !== null && <p>{words.undoes(undoes)}</p>}
      {undone_by !== null && (
        <p>
          <strong>{words.undone_by(undone_by)}</strong>
        </p>
      )}
      <p className="identity-facts">
        {[one, other]
          .filter(({ name }) => name !== "")
          .map(({ id, name }) => (
            <Link key={id} to="/organisations/$id" params={{ id }}>
              {name}
            </Link>
          ))}
      </p>
      {may_undo && is_undoable && <Undo number={number} on_undone={on_undone} />}
    </li>
  );
}

function Undo({ number, on_undone }: { number: number; on_undone: () => void }) {
  const words = useMessages().identity;
  const [reason, set_reason] = useState("");
  const write = useIdentityWrite(on_undone);
  return (
    <details className="act-form">
      <summary>{words.undo_named(number)}</summary>
      <Form
        on_submit={() => write.mutate({ path: `/organisation-decisions/${number}/undo`, body: { reason } })}
        error={write.error}
        fields={["reason"]}
        button={words.undo}
        busy={write.isPending}
      >
        <TextArea label={words.reason} hint={words.reason_hint} name="reason" error={write.error} value={reason} on_change={set_reason} rows={2} required />
      </Form>
    </details>
  );
}
