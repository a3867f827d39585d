import type { Mode } from '../../../../core/plan.ts';

/** What a key says of itself while it is typed; whether it is one at all the host says. */
export const modeOfKey = (typed: string): Mode | null => {
  const key = typed.trim();
  if (key.startsWith('sk_live_')) return 'LIVE';
  return key.startsWith('sk_test_') ? 'TEST' : null;
};
