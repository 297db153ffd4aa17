import { Link } from "@tanstack/react-router";
import type { PartOfPotential, Potential } from "../../api/potential_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { reason_sentence } from "./reason_sentence";
import { StrengthLabel } from "./strength_label";

/** How a part may be read, why, and what that rests on. */
export function PartReading({ part, potential }: { part: PartOfPotential; potential: Potential }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <>
      <p className="part-strength">
        <StrengthLabel strength={part.strength} />
      </p>
      <ul className="part-reasons">
        {part.reasons.map((reason) => (
          <li key={reason.code}>{reason_sentence(reason, potential.facts.readiness.items, t, format)}</li>
        ))}
      </ul>
      <RestsOn part={part} />
    </>
  );
}

function RestsOn({ part }: { part: PartOfPotential }) {
  const t = useMessages();
  const format = useFormat();
  const { known, of } = part.coverage;
  return (
    <details className="rests-on">
      <summary>{t.potential.rests_on}</summary>
      <p>
        {t.potential.source[part.part]} {t.potential.coverage[part.part](known, of)}{" "}
        {part.changed ? t.potential.changed(format.moment(part.changed)) : t.potential.never_changed}
      </p>
      <ul>
        {part.rows.map(({ name, page }) => (
          <li key={page}>
            <PageLink page={page}>{name}</PageLink>
          </li>
        ))}
      </ul>
    </details>
  );
}

function PageLink({ page, children }: { page: string; children: string }) {
  const [path = "", hash] = page.split("#");
  return (
    <Link to={path} {...(hash !== undefined && { hash })}>
      {children}
    </Link>
  );
}
