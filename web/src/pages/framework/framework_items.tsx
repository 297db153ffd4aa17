import type { FrameworkItem } from "../../api/types";
import { useMessages } from "../../messages/messages";

interface FrameworkItemsProps {
  heading: string;
  kind: FrameworkItem["kind"];
  items: FrameworkItem[];
}

/** The elements or the principles of a version, each with its levels folded behind it. */
export function FrameworkItems({ heading, kind, items }: FrameworkItemsProps) {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{heading}</h2>
      {items
        .filter((item) => item.kind === kind)
        .map((item) => (
          <Item key={item.key} item={item} />
        ))}
    </section>
  );
}

function Item({ item }: { item: FrameworkItem }) {
  const t = useMessages();
  return (
    <section aria-labelledby={item.key} className="framework-item">
      <h3 id={item.key}>
        <span className="item-key">{item.key}</span> {item.name}
      </h3>
      <p>{item.text}</p>
      <details>
        <summary>
          {t.framework.show_levels}
          <span className="only-read">: {item.name}</span>
        </summary>
        <table className="table levels">
          <caption className="only-read">{t.framework.levels(item.name)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.framework.column_level}</th>
              <th scope="col">{t.framework.column_looks_like}</th>
            </tr>
          </thead>
          <tbody>
            {item.levels.map((level) => (
              <tr key={level.number}>
                <th scope="row">
                  {level.number} {t.framework.level[level.name]}
                </th>
                <td>{level.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="evidence">
          {t.framework.evidence} {item.evidence_types.join(", ")}
        </p>
      </details>
    </section>
  );
}
