// One candidate: who it is, what its score is made of, and which projects speak for it.
import { Link } from "@tanstack/react-router";
import { WEIGHT_NAMES } from "../../address/partner_address";
import type { Contact } from "../../api/partnership_types";
import type { PartnerHit, PartnerReasons } from "../../api/partner_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Reach } from "../partnership/reach";

/** Beyond these a person reads no list; the organisation's page has all. */
const REASONS_SHOWN = 3;

interface PartnerEntryProps {
  hit: PartnerHit;
  /** How it is reached, once that is known. */
  contact: Contact | undefined;
  has_members: boolean;
  /** Element that says why nobody can be added; null: somebody can. */
  full_reason: string | null;
  on_add: () => void;
}

export function PartnerEntry({ hit, contact, has_members, full_reason, on_add }: PartnerEntryProps) {
  const t = useMessages();
  const format = useFormat();
  const place = [hit.city, hit.country && format.country(hit.country)].filter(Boolean).join(", ");
  return (
    <>
      <Link to="/organisations/$id" params={{ id: hit.slug }} className="partner-name">
        {hit.name}
      </Link>
      <p className="partner-facts">
        <span>{place || t.unknown}</span>
        <span>{t.organisation_type[hit.type] ?? hit.type}</span>
        <span>{t.count.projects(hit.projects)}</span>
        {hit.is_newcomer && <strong>{t.partners.newcomer}</strong>}
      </p>
      <Parts hit={hit} has_members={has_members} />
      {hit.votes.projects > 0 && <Reasons words={t.partners.votes(hit.votes.projects)} reasons={hit.votes} />}
      {hit.ties.projects > 0 && <Reasons words={t.partners.ties(hit.ties.projects)} reasons={hit.ties} />}
      {contact && <Reach contact={contact} name={hit.name} />}
      <button
        type="button"
        className="button"
        aria-label={t.partners.add_named(hit.name)}
        aria-describedby={full_reason ?? undefined}
        disabled={full_reason !== null}
        onClick={on_add}
      >
        {t.partners.add}
      </button>
    </>
  );
}

function Parts({ hit, has_members }: { hit: PartnerHit; has_members: boolean }) {
  const t = useMessages();
  const share = (value: number) => new Intl.NumberFormat(t.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  const shown = has_members ? WEIGHT_NAMES : (["relevance", "experience", "newcomer"] as const);
  return (
    <>
      <p>{t.partners.score(share(hit.score))}</p>
      <ul className="partner-parts" aria-label={t.partners.parts(hit.name)}>
        {shown.map((name) => (
          <li key={name}>
            <span>{t.partners.weight[name]}</span>
            <svg className="partner-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect className="partner-bar-whole" width="100" height="6" />
              <rect width={100 * hit.parts[name]} height="6" />
            </svg>
            <span>{share(hit.parts[name])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ words, reasons }: { words: string; reasons: PartnerReasons }) {
  return (
    <p className="partner-reasons">
      {words}{" "}
      {reasons.most.slice(0, REASONS_SHOWN).map(({ project, acronym, title, start }, place) => (
        <span key={project}>
          {place > 0 && "; "}
          <Link to="/projects/$id" params={{ id: project }} title={title}>
            {acronym || title || project}
          </Link>
          {start && ` (${start.slice(0, 4)})`}
        </span>
      ))}
    </p>
  );
}
