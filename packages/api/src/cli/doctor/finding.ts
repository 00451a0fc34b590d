/** What one check found; a failing one says how to mend it. */
export interface Finding {
  check: string;
  ok: boolean;
  detail: string;
  remedy?: string;
}

/** All is well. */
export function good(check: string, detail: string): Finding {
  return { check, ok: true, detail };
}

/** Something is wrong, and this is what to do. */
export function bad(check: string, detail: string, remedy: string): Finding {
  return { check, ok: false, detail, remedy };
}

/** Runs a check; one that breaks is itself a finding. */
export async function attempt(
  check: string,
  remedy: string,
  work: () => Promise<Finding | Finding[]>,
): Promise<Finding[]> {
  try {
    return [await work()].flat();
  } catch (error) {
    return [bad(check, error instanceof Error ? error.message : String(error), remedy)];
  }
}
