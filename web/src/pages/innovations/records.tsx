import type { Innovation } from "../../api/innovation_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { OutsideLink } from "../../parts/outside_link";
import { RecordForms } from "./record_forms";

/** What is written down for the gates: notes, the protocol, lessons, the product, the evidence. */
export function Records({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const format = useFormat();
  const { facts, protocols, evidence } = innovation;
  return (
    <section aria-labelledby="records">
      <h2 id="records">{t.innovation.records}</h2>
      {facts.length + protocols.length + evidence.length === 0 && <p>{t.innovation.records_none}</p>}
      <dl className="innovation-facts">
        {facts.map(({ kind, text, at }) => (
          <div key={kind + at}>
            <dt>{t.innovation.fact[kind]}</dt>
            <dd>
              {text} <span className="missing">{format.moment(at)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {protocols.map((protocol) => (
        <details key={protocol.registered + protocol.sha256}>
          <summary>
            {t.innovation.protocol(protocol.title, format.moment(protocol.registered))}
            {protocol.is_exploratory && ` · ${t.innovation.exploratory}`}
          </summary>
          {protocol.reasons && <p>{t.innovation.amended_because(protocol.reasons)}</p>}
          <pre className="protocol">{protocol.text}</pre>
          <p className="missing checksum">SHA-256 {protocol.sha256}</p>
        </details>
      ))}
      {evidence.map(({ frozen, links }) => (
        <div key={frozen}>
          <h3>{t.innovation.evidence_frozen(format.moment(frozen))}</h3>
          <ul>
            {links.map(({ title, link }) => (
              <li key={link + title}>
                <OutsideLink url={link}>{title}</OutsideLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <RecordForms innovation={innovation} />
    </section>
  );
}
