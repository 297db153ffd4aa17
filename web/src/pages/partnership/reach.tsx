// Whether somebody would answer for an organisation, and the way to write to it.
import { Link } from "@tanstack/react-router";
import type { Contact } from "../../api/partnership_types";
import { useMessages } from "../../messages/messages";
import "./reach.css";

interface ReachProps {
  contact: Contact;
  name: string;
}

export function Reach({ contact, name }: ReachProps) {
  const words = useMessages().partnership;
  const { asked, answered, within_days } = contact.response;
  if (!contact.takes_messages) return <p className="reach missing">{words.takes_none}</p>;
  return (
    <p className="reach">
      <Link to="/organisations/$id" params={{ id: String(contact.organisation_id) }} hash={WRITE_HASH} aria-label={words.write_to(name)}>
        {words.write}
      </Link>
      {asked !== null && answered !== null && <span className="missing"> {words.rate(answered, asked, within_days)}</span>}
    </p>
  );
}

/** Where the form stands on the page of an organisation. */
export const WRITE_HASH = "write";
