import type { Hub } from "../../api/hub_types";
import { useMessages } from "../../messages/messages";

/** As roles: nobody's name or address. */
export function CuratorsSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const { role, people } = hub.curators;
  return (
    <section aria-labelledby="hub-curators">
      <h2 id="hub-curators">{t.hubs.curators}</h2>
      <p>{t.hubs.curators_are(t.account.role_name[role] ?? role, people)}</p>
    </section>
  );
}
