// Reads from and writes to the HTTP API. An answer other than 2xx is thrown as ApiError, a server that cannot be reached as
// ApiError with status 0.
import type { Problem } from "./types";

export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
  get status(): number {
    return this.problem.status;
  }
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await answer_of(path, { headers: { accept: "application/json" }, signal: signal ?? null });
  return (await response.json()) as T;
}

export type WriteMethod = "POST" | "PUT" | "DELETE";

/** `csrf` is that of the session; null for what a stranger may do. A Blob is sent as it is, under its type; all else as JSON. An answer without a body is undefined. */
export async function send<T = undefined>(method: WriteMethod, path: string, body: unknown, csrf: string | null): Promise<T> {
  const response = await answer_of(path, {
    method,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": body instanceof Blob ? body.type : "application/json" }),
      ...(csrf !== null && { "x-csrf-token": csrf }),
    },
    body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function answer_of(path: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new ApiError({ title: "unreachable", status: 0 });
  }
  if (!response.ok) throw new ApiError(await problem_of(response));
  return response;
}

async function problem_of(response: Response): Promise<Problem> {
  const fallback: Problem = { title: response.statusText, status: response.status };
  if (!response.headers.get("content-type")?.includes("json")) return fallback;
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>), status: response.status };
  } catch {
    return fallback;
  }
}
