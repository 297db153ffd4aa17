// A project or a call that partners are looked for, in place of an idea.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { PartnerState } from "../../address/partner_address";
import { project_query } from "../../api/queries";
import { useMessages } from "../../messages/messages";
import type { ChangePartners } from "./partners_page";

export function LookedFor({ state, on_change }: { state: PartnerState; on_change: ChangePartners }) {
  const t = useMessages();
  const { like, of_call, ...others } = state;
  return (
    <p>
      {like && <LikeProject id={like} />}
      {of_call && t.partners.like_call(of_call)}{" "}
      <button type="button" className="link-button" onClick={() => on_change(others)}>
        {t.partners.start_anew}
      </button>
    </p>
  );
}

function LikeProject({ id }: { id: string }) {
  const t = useMessages();
  const { data } = useQuery(project_query(id));
  return (
    <>
      {t.partners.like_project}{" "}
      <Link to="/projects/$id" params={{ id }}>
        {data?.title || data?.acronym || id}
      </Link>
    </>
  );
}
