import { useMessages } from "../../messages/messages";
import { word_difference, type Passage } from "./word_difference";

interface SideBySideProps {
  older: string;
  newer: string;
  older_heading: string;
  newer_heading: string;
}

/** Two texts beside each other (on a phone, below), with what only one of them has marked. */
export function SideBySide({ older, newer, older_heading, newer_heading }: SideBySideProps) {
  const difference = word_difference(older, newer);
  return (
    <dl className="side-by-side">
      <div>
        <dt>{older_heading}</dt>
        <dd>
          <Passages passages={difference.older} side="older" />
        </dd>
      </div>
      <div>
        <dt>{newer_heading}</dt>
        <dd>
          <Passages passages={difference.newer} side="newer" />
        </dd>
      </div>
    </dl>
  );
}

function Passages({ passages, side }: { passages: Passage[]; side: "older" | "newer" }) {
  const t = useMessages();
  return passages.map(({ text, shared }, index) => {
    if (shared) return <span key={index}>{text}</span>;
    return side === "older" ? (
      <del key={index}>
        <span className="only-read">{t.framework.removed_text} </span>
        {text}
      </del>
    ) : (
      <ins key={index}>
        <span className="only-read">{t.framework.added_text} </span>
        {text}
      </ins>
    );
  });
}
