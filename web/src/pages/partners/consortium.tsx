// Who is in the consortium already.
import { Link } from "@tanstack/react-router";
import { MOST_MEMBERS, type PartnerState } from "../../address/partner_address";
import type { PartnerOrganisation } from "../../api/partner_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { CloseIcon } from "../../parts/icons";
import type { ChangePartners } from "./partners_page";

/** Element that says why nobody can be added. */
export const FULL_REASON = "members-full";

export function is_full({ with: members }: PartnerState): boolean {
  return (members?.length ?? 0) >= MOST_MEMBERS;
}

interface ConsortiumProps {
  members: PartnerOrganisation[];
  state: PartnerState;
  on_change: ChangePartners;
}

export function Consortium({ members, state, on_change }: ConsortiumProps) {
  const t = useMessages();
  const format = useFormat();
  // An address may name a member by its number or by its whole slug.
  const without = ({ id, slug }: PartnerOrganisation) => {
    const { with: named, ...others } = state;
    const left = (named ?? []).filter((address) => address !== slug && address.split("-")[0] !== String(id));
    on_change(left.length > 0 ? { ...others, with: left } : others);
  };
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t.partners.members}</h2>
      {members.length === 0 && <p className="missing">{t.partners.members_none}</p>}
      <ul className="partner-members">
        {members.map((member) => (
          <li key={member.id}>
            <span>
              <Link to="/organisations/$id" params={{ id: member.slug }}>
                {member.name}
              </Link>
              {member.country && ` (${format.country(member.country)})`}
            </span>
            <button
              type="button"
              className="chip"
              aria-label={t.partners.remove(member.name)}
              onClick={() => {
                without(member);
                // The button goes with the focus on it: go on from the heading of what is found.
                document.getElementById("content")?.focus({ preventScroll: true });
              }}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      {is_full(state) && <p id={FULL_REASON}>{t.partners.members_full(MOST_MEMBERS)}</p>}
      {members.length > 0 && (
        <p>
          <Link to="/consortium" search={{ organisations: members.map(({ id }) => String(id)) }}>
            {t.partners.check}
          </Link>
        </p>
      )}
    </section>
  );
}
