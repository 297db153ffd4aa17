import { Link } from "@tanstack/react-router";
import type { Hub, HubCall } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { OutsideLink } from "../../parts/outside_link";
import { Said } from "./said";

/** Until their deadlines; the next one first. */
export function CallsSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  return (
    <section aria-labelledby="hub-calls">
      <h2 id="hub-calls">{t.hubs.calls}</h2>
      {hub.calls.length === 0 && <p>{t.hubs.no_calls}</p>}
      <ul className="hub-entries">
        {hub.calls.map((call) => (
          <li key={call.number}>
            <CallItem call={call} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CallItem({ call }: { call: Omit<HubCall, "number" | "projects"> & { projects?: number } }) {
  const t = useMessages();
  const format = useFormat();
  const has_passed = call.deadline < new Date().toISOString().slice(0, 10);
  return (
    <>
      <OutsideLink url={call.link}>{call.call}</OutsideLink>{" "}
      <time dateTime={call.deadline}>{t.hubs.until(format.date(call.deadline) ?? call.deadline)}</time>
      {has_passed && <p className="still-missing">{t.hubs.passed}</p>}
      {call.note && <Said text={call.note} language={call.language} />}
      {call.projects !== undefined && call.projects > 0 && (
        <p>
          <Link to="/" search={{ q: `call:"${call.call}"` }}>
            {t.hubs.past_projects(call.projects)}
          </Link>
        </p>
      )}
    </>
  );
}
