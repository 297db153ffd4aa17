// What somebody typed, with the place marked that a message speaks of.

/** `begin` and `end` count bytes of UTF-8, as the server does; a place inside a character is moved to its edge. */
export function split_at_bytes(text: string, begin: number, end: number): [string, string, string] {
  const bytes = new TextEncoder().encode(text);
  const decode = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const from = edge(bytes, Math.min(begin, bytes.length));
  const to = edge(bytes, Math.min(Math.max(end, begin), bytes.length));
  return [decode(0, from), decode(from, to), decode(to, bytes.length)];
}

function edge(bytes: Uint8Array, at: number): number {
  while (at > 0 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

export function PointedText({ text, begin, end }: { text: string; begin: number; end: number }) {
  const [before, here, after] = split_at_bytes(text, begin, end);
  return (
    <code className="pointed-text">
      {before}
      <mark className="pointed-place">{here === "" ? " " : here}</mark>
      {after}
    </code>
  );
}
