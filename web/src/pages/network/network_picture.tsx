// The organisations of a network as a picture: circles with the letter of their community, ties as lines. The table beside it says
// the same. Each circle is a link that the keyboard reaches; the ties of the one in focus stand out.
import { useMemo, useState } from "react";
import { Link } from "@tanstack/react-router";
import type { Network, NetworkMember, NetworkOrder } from "../../api/network_types";
import { useMessages } from "../../messages/messages";
import { lay_out } from "./layout";

const WIDTH = 800;
const HEIGHT = 560;
const MARGIN = 40;
const SMALLEST = 9;
const LARGEST = 20;
const LINES = 4;
const COLOURS = 7;

/** A, B, … Z, then nothing: the table has the number. */
export function community_letter(community: number): string {
  return community <= 26 ? String.fromCharCode(64 + community) : "";
}

function size_of(member: NetworkMember, by: NetworkOrder, highest: number): number {
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(highest > 0 ? member[by] / highest : 0);
}

export function NetworkPicture({ network, by }: { network: Network; by: NetworkOrder }) {
  const t = useMessages();
  const [pointed, set_pointed] = useState<number | null>(null);
  const { members, among } = network;
  const places = useMemo(
    () => lay_out(members, among).map(({ x, y }) => ({ x: MARGIN + x * (WIDTH - 2 * MARGIN), y: MARGIN + y * (HEIGHT - 2 * MARGIN) })),
    [members, among],
  );
  const place_of = new Map(members.map(({ id }, place) => [id, places[place]]));
  const highest = Math.max(0, ...members.map((member) => member[by]));
  const most = Math.max(1, ...among.map(({ joint_projects }) => joint_projects));
  const named = members.find(({ id }) => id === pointed);
  return (
    <figure className="network-picture">
      <a className="skip-in-page" href="#network-table">
        {t.network.skip_picture}
      </a>
      <div className="network-sheet">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t.network.picture(members.length, among.length)}>
          <g aria-hidden="true">
            {[...among].reverse().map(({ from, to, joint_projects }) => {
              const one = place_of.get(from);
              const other = place_of.get(to);
              if (!one || !other) return null;
              const is_pointed = pointed === from || pointed === to;
              return (
                <line
                  key={`${from} ${to}`}
                  className={is_pointed ? "network-tie network-tie-pointed" : "network-tie"}
                  x1={one.x}
                  y1={one.y}
                  x2={other.x}
                  y2={other.y}
                  strokeWidth={1 + ((LINES - 1) * (joint_projects - 1)) / Math.max(1, most - 1)}
                />
              );
            })}
          </g>
          {members.map((member, place) => {
            const at = places[place];
            if (!at) return null;
            return (
              <Link
                key={member.id}
                to="/organisations/$id"
                params={{ id: member.slug }}
                className={`network-node network-community-${Math.min(member.community, COLOURS + 1)}`}
                aria-label={t.network.node(member.name, member.degree, member.community)}
                onFocus={() => set_pointed(member.id)}
                onBlur={() => set_pointed(null)}
                onMouseEnter={() => set_pointed(member.id)}
                onMouseLeave={() => set_pointed(null)}
              >
                <title>{member.name}</title>
                <circle cx={at.x} cy={at.y} r={size_of(member, by, highest)} />
                <text x={at.x} y={at.y} dy="0.35em" textAnchor="middle">
                  {community_letter(member.community)}
                </text>
              </Link>
            );
          })}
        </svg>
      </div>
      <figcaption>{named ? t.network.node(named.name, named.degree, named.community) : t.network.picture_hint}</figcaption>
    </figure>
  );
}
