/** Closes a switch over a union: a variant added later and forgotten here does not compile. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
