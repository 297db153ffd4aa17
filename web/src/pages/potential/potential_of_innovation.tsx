import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { potential_query } from "../../api/potential_queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Refusal } from "../../parts/form";
import { reason_sentence } from "./reason_sentence";
import { StrengthLabel } from "./strength_label";
import "./potential.css";

/** On the page of an innovation: each part in a word and a sentence, and the way to all of it. */
export function PotentialOfInnovation({ innovation, state }: { innovation: number; state: string }) {
  const t = useMessages();
  const format = useFormat();
  const { data, error } = useQuery(potential_query(String(innovation), state));
  return (
    <section aria-labelledby="potential" className="potential">
      <h2 id="potential">{t.potential.heading}</h2>
      <Refusal error={error} />
      {data && (
        <dl className="potential-brief">
          {data.parts.map(({ part, strength, reasons }) => (
            <div key={part}>
              <dt>
                {t.potential.part[part]} <StrengthLabel strength={strength} />
              </dt>
              <dd>{reasons.slice(0, 1).map((reason) => reason_sentence(reason, data.facts.readiness.items, t, format))}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <Link to="/innovations/$id/potential" params={{ id: String(innovation) }} search={{ state }}>
          {t.potential.see}
        </Link>
        {" · "}
        <Link to="/compare" search={{ state, innovation: [innovation] }}>
          {t.potential.compare.this_one}
        </Link>
      </p>
    </section>
  );
}
