// Reads from the HTTP API. An answer other than 2xx is thrown as ApiError, a server that cannot be reached as
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
  let response: Response;
  try {
    response = await fetch(path, { headers: { accept: "application/json" }, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError({ title: "unreachable", status: 0 });
  }
  if (!response.ok) throw new ApiError(await problem_of(response));
  return (await response.json()) as T;
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
