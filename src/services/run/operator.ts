import { hostname, userInfo } from 'node:os';

/** Who runs it and where, for the journal. */
export interface Operator {
  readonly operator: string;
  readonly machine: string;
}

/** As the system names them; a system that can't say is no reason not to run. */
export const systemOperator = (): Operator => ({
  operator: nameOr(() => userInfo().username),
  machine: nameOr(hostname),
});

function nameOr(ask: () => string): string {
  try {
    return ask() || 'unknown';
  } catch {
    return 'unknown';
  }
}
