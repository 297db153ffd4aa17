import type { ItemOfApplication } from "../../api/application_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { level_of } from "./heat_cells";
import { LevelWords } from "./level_words";

/** What is missing to the targets, the greatest gap first. */
export function Gaps({ items }: { items: ItemOfApplication[] }) {
  const t = useMessages();
  const format = useFormat();
  const gaps = items.filter(({ gap }) => gap !== null).sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t.application.gaps}</h2>
      {gaps.length === 0 ? (
        <p>{t.application.gaps_none}</p>
      ) : (
        <div className="table-scroll" role="group" aria-labelledby="gaps" tabIndex={0}>
          <table className="table gaps">
            <thead>
              <tr>
                <th scope="col">{t.application.column_item}</th>
                <th scope="col">{t.application.column_level}</th>
                <th scope="col">{t.application.column_target}</th>
                <th scope="col" className="number">
                  {t.application.column_missing}
                </th>
              </tr>
            </thead>
            <tbody>
              {gaps.map((item) => (
                <tr key={item.key}>
                  <th scope="row">
                    <a href={`#${item.key}`}>
                      <span className="item-key">{item.key}</span> {item.name}
                    </a>
                  </th>
                  <td>
                    <LevelWords level={level_of(item)} otherwise={t.application.unknown_level} />
                  </td>
                  <td>
                    <LevelWords level={item.target} otherwise={t.application.no_target} />
                  </td>
                  <td className="number">{format.number(item.gap ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
