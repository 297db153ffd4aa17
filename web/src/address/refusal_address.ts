// Why the way to another organisation's sign-in led nowhere, as the server puts it into the address of the page that tells it.

export interface RefusalState {
  refusal?: string;
}

export function read_refusal(search: string): RefusalState {
  const refusal = new URLSearchParams(search).get("refusal");
  return refusal === null ? {} : { refusal };
}

export function write_refusal({ refusal }: RefusalState): string {
  return refusal === undefined ? "" : `?${new URLSearchParams({ refusal })}`;
}
