import type { ReactNode } from "react";
import type { Application, ItemOfApplication } from "../../api/application_types";
import { useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { OutsideLink } from "../../parts/outside_link";
import { EditItemForm } from "./edit_item_form";
import { LevelWords } from "./level_words";
import { Opened } from "./opened";
import { ReviewForm } from "./review_form";
import { is_peer_of, speaks_for } from "./speakers";
import { TargetForm } from "./target_form";

/** What is said of each item, in the words of the state or region, and what peers saw. */
export function AppliedItems({ application }: { application: Application }) {
  const t = useMessages();
  return (["element", "principle"] as const).map((kind) => (
    <section key={kind} aria-labelledby={`applied-${kind}`}>
      <h2 id={`applied-${kind}`}>{kind === "element" ? t.application.elements : t.application.principles}</h2>
      {application.items
        .filter((item) => item.kind === kind)
        .map((item) => (
          <AppliedItem key={item.key} application={application} item={item} />
        ))}
    </section>
  ));
}

interface OfItem {
  application: Application;
  item: ItemOfApplication;
}

function AppliedItem({ application, item }: OfItem) {
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
      {application.stage !== "discontinued" && <ItemForms application={application} item={item} />}
    </section>
  );
}

/** What whoever is signed in may do with one item. */
function ItemForms({ application, item }: OfItem) {
  const t = useMessages();
  const account = useAccount();
  const words = t.application.forms;
  if (speaks_for(account, application.state)) {
    return (
      <>
        <Opened label={words.edit(item.key)}>
          {(close) => <EditItemForm application={application} item={item} on_done={close} />}
        </Opened>
        <Opened label={words.target(item.key)}>
          {(close) => <TargetForm application={application} item={item} on_done={close} />}
        </Opened>
      </>
    );
  }
  const is_reviewable = item.status !== null && item.status !== "not_applicable" && !item.inherited;
  if (!is_reviewable || !is_peer_of(account, application.state)) return null;
  return (
    <Opened label={words.review(item.key)}>
      {(close) => <ReviewForm application={application} item={item} on_done={close} />}
    </Opened>
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
