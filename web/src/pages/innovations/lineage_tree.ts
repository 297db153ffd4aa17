import type { LineageLine, LineageNode } from "../../api/innovation_types";

/** Those that came from none of the others, in the order given. The server keeps lineage free of cycles. */
export function roots_of(nodes: LineageNode[], lines: LineageLine[]): LineageNode[] {
  return nodes.filter(({ id }) => !lines.some(({ innovation }) => innovation === id));
}
