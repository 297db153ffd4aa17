// Where the organisations of a picture stand: tied ones near each other, all apart, always the same for the same network.
//
// Fruchterman and Reingold (1991), Graph drawing by force-directed placement: all push each other away, ties pull together, and
// each round moves less than the one before. They begin on a circle, community by community, so nothing is drawn by chance.

export interface LaidOut {
  x: number;
  y: number;
}

interface Node {
  id: number;
  community: number;
}

interface Tie {
  from: number;
  to: number;
  joint_projects: number;
}

const ROUNDS = 300;

/** By the order of `nodes`, from 0 to 1 each way. */
export function lay_out(nodes: readonly Node[], ties: readonly Tie[]): LaidOut[] {
  const count = nodes.length;
  if (count === 0) return [];
  const order = nodes.map((_, place) => place).sort((one, other) => nodes[one]!.community - nodes[other]!.community || one - other);
  const places: LaidOut[] = Array.from({ length: count }, () => ({ x: 0, y: 0 }));
  order.forEach((node, turn) => {
    const angle = (2 * Math.PI * turn) / count;
    places[node] = { x: Math.cos(angle), y: Math.sin(angle) };
  });
  const place_of = new Map(nodes.map(({ id }, place) => [id, place]));
  const pulls = ties.flatMap(({ from, to, joint_projects }) => {
    const one = place_of.get(from);
    const other = place_of.get(to);
    return one === undefined || other === undefined ? [] : [{ one, other, strength: Math.sqrt(joint_projects) }];
  });
  const ideal = 2 / Math.sqrt(count);
  // Where everybody is tied to everybody the pulls add up: there each is weaker, so that circles do not cover each other.
  const slack = Math.max(4, (2 * pulls.length) / count);
  for (let round = 0; round < ROUNDS; ++round) {
    const moves = Array.from({ length: count }, () => ({ x: 0, y: 0 }));
    for (let one = 0; one < count; ++one) {
      for (let other = 0; other < one; ++other) push(places, moves, one, other, (distance) => (ideal * ideal) / distance);
    }
    for (const { one, other, strength } of pulls) push(places, moves, one, other, (distance) => (-strength * distance * distance) / ideal / slack);
    const furthest = 0.2 * (1 - round / ROUNDS);
    places.forEach((place, node) => {
      const move = moves[node]!;
      // A weak pull to the middle keeps separate parts on the sheet.
      const x = move.x - 0.4 * place.x;
      const y = move.y - 0.4 * place.y;
      const length = Math.hypot(x, y);
      const step = length > furthest ? furthest / length : 1;
      place.x += x * step;
      place.y += y * step;
    });
  }
  return within_sheet(places);
}

function push(places: LaidOut[], moves: LaidOut[], one: number, other: number, force: (distance: number) => number): void {
  const x = places[one]!.x - places[other]!.x;
  const y = places[one]!.y - places[other]!.y;
  const distance = Math.max(Math.hypot(x, y), 1e-3);
  const share = force(distance) / distance;
  moves[one]!.x += x * share;
  moves[one]!.y += y * share;
  moves[other]!.x -= x * share;
  moves[other]!.y -= y * share;
}

function within_sheet(places: LaidOut[]): LaidOut[] {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const scaled = (value: number, all: number[]) => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return high - low < 1e-9 ? 0.5 : (value - low) / (high - low);
  };
  return places.map(({ x, y }) => ({ x: scaled(x, xs), y: scaled(y, ys) }));
}
