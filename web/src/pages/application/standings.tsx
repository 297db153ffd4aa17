import type { ItemOfApplication } from "../../api/application_types";
import { useMessages } from "../../messages/messages";
import { Distance, LevelWords } from "./level_words";

/** Every item on one line: status, both levels and their distance, target. */
export function Standings({ items }: { items: ItemOfApplication[] }) {
  const t = useMessages();
  const unknown = t.application.unknown_level;
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">{t.application.items}</h2>
      <div className="table-scroll" role="group" aria-labelledby="standings" tabIndex={0}>
        <table className="table standings">
          <thead>
            <tr>
              <th scope="col">{t.application.column_item}</th>
              <th scope="col">{t.application.column_status}</th>
              <th scope="col">{t.application.column_self}</th>
              <th scope="col">{t.application.column_peers}</th>
              <th scope="col">{t.application.column_distance}</th>
              <th scope="col">{t.application.column_target}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.key}>
                <th scope="row">
                  <a href={`#${item.key}`}>
                    <span className="item-key">{item.key}</span> {item.name}
                  </a>
                </th>
                <td>{item.status ? t.application.status[item.status] : <span className="unknown-level">–</span>}</td>
                <td>
                  <LevelWords level={item.self_assessed} otherwise={unknown} />
                </td>
                <td>
                  <LevelWords level={item.peer_reviewed} otherwise={unknown} />
                </td>
                <td>
                  <Distance levels={item.distance} />
                </td>
                <td>
                  <LevelWords level={item.target} otherwise={t.application.no_target} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
