import { Link } from "@tanstack/react-router";
import type { Innovation, LineageLine, LineageNode } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { roots_of } from "./lineage_tree";
import { StateLabel } from "./state_label";

/** What it came from and what came from it, as a tree that a screen reader reads as nested lists. */
export function Lineage({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const { nodes, lines } = innovation.lineage;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{t.innovation.lineage}</h2>
      {lines.length === 0 ? (
        <p>{t.innovation.lineage_none}</p>
      ) : (
        <ul className="lineage">
          {roots_of(nodes, lines).map((root) => (
            <Branch key={root.id} node={root} kind={null} nodes={nodes} lines={lines} here={innovation.id} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface BranchProps {
  node: LineageNode;
  kind: LineageLine["kind"] | null;
  nodes: LineageNode[];
  lines: LineageLine[];
  here: number;
}

function Branch({ node, kind, nodes, lines, here }: BranchProps) {
  const t = useMessages();
  const later = lines.filter(({ earlier }) => earlier === node.id);
  return (
    <li>
      {kind && <span className="missing">{t.innovation.lineage_kind[kind]} </span>}
      {node.id === here ? (
        <strong aria-current="page">{node.title}</strong>
      ) : (
        <Link to="/innovations/$id" params={{ id: String(node.id) }}>
          {node.title}
        </Link>
      )}{" "}
      <StateLabel stage={node.stage} standing={node.standing} />
      {later.length > 0 && (
        <ul>
          {later.map((line) => {
            const child = nodes.find(({ id }) => id === line.innovation);
            return child && <Branch key={child.id} node={child} kind={line.kind} nodes={nodes} lines={lines} here={here} />;
          })}
        </ul>
      )}
    </li>
  );
}
