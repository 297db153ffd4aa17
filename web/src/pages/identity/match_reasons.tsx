// Why the program thinks that two organisations are one, and why not.
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

interface MatchReasonsProps {
  score: number;
  reasons_for: string[];
  reasons_against: string[];
}

export function MatchReasons({ score, reasons_for, reasons_against }: MatchReasonsProps) {
  const words = useMessages().identity;
  const format = useFormat();
  return (
    <>
      <p>{words.score(format.decimal(score, 2))}</p>
      <dl className="identity-reasons">
        <Reasons heading={words.speaks_for} reasons={reasons_for} />
        <Reasons heading={words.speaks_against} reasons={reasons_against} />
      </dl>
    </>
  );
}

function Reasons({ heading, reasons }: { heading: string; reasons: string[] }) {
  const words = useMessages().identity;
  return (
    <div>
      <dt>{heading}</dt>
      {reasons.length === 0 && <dd>{words.nothing}</dd>}
      {reasons.map((name) => (
        <dd key={name}>{words.reason_name[name] ?? name}</dd>
      ))}
    </div>
  );
}
