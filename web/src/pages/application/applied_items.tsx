import type { ReactNode } from "react";
import type { ItemOfApplication } from "../../api/application_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { OutsideLink } from "../../parts/outside_link";
import { LevelWords } from "./level_words";

/** What is said of each item, in the words of the state or region, and what peers saw. */
export function AppliedItems({ items }: { items: ItemOfApplication[] }) {
  const t = useMessages();
  return (["element", "principle"] as const).map((kind) => (
    <section key={kind} aria-labelledby={`applied-${kind}`}>
      <h2 id={`applied-${kind}`}>{kind === "element" ? t.application.elements : t.application.principles}</h2>
      {items
        .filter((item) => item.kind === kind)
        .map((item) => (
          <AppliedItem key={item.key} item={item} />
        ))}
    </section>
  ));
}

function AppliedItem({ item }: { item: ItemOfApplication }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <section aria-labelledby={item.key} className="applied-item">
      <h3 id={item.key}>
        <span className="item-key">{item.key}</span> {item.name}
      </h3>
      <p>
        <Said item={item} />
      </p>
      <dl className="applied-facts">
        <Fact label={t.application.adaptation}>{item.adaptation}</Fact>
        <Fact label={t.application.explanation}>{item.explanation}</Fact>
        <Fact label={t.application.responsible}>{item.responsible_body}</Fact>
        <Fact label={t.application.dates}>{format.dates(item.from, item.until)}</Fact>
        <Fact label={t.application.evidence}>{item.evidence_links.length > 0 && <Evidence links={item.evidence_links} />}</Fact>
        <Fact label={t.application.reviews}>{item.reviews.length > 0 && <Reviews item={item} />}</Fact>
      </dl>
    </section>
  );
}

/** Status, where it comes from, and what is missing in it. */
function Said({ item }: { item: ItemOfApplication }) {
  const t = useMessages();
  if (!item.status) return item.to_reassess ? t.application.reassess : t.application.not_said;
  const is_applied = item.status === "partly" || item.status === "in_place";
  return (
    <>
      <strong>{t.application.status[item.status]}.</strong>
      {item.inherited && ` ${t.application.inherited}`}
      {item.carried && ` ${t.application.carried}`}
      {!is_applied && item.explanation === "" && ` ${t.application.explanation_missing}`}
    </>
  );
}

/** Only where there is something to tell. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Evidence({ links }: { links: string[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link}>
          <OutsideLink url={link} />
        </li>
      ))}
    </ul>
  );
}

function Reviews({ item }: { item: ItemOfApplication }) {
  const format = useFormat();
  return (
    <ol>
      {item.reviews.map((review) => (
        <li key={review.at + review.state}>
          <strong>
            <LevelWords level={review.level} otherwise="" />
          </strong>
          {`, ${format.country(review.state)}, ${format.date(review.at.slice(0, 10))}: ${review.reasons}`}
        </li>
      ))}
    </ol>
  );
}
