import type { PracticeServer } from './options.ts';
import { startPracticeServer } from './server.ts';

/** The key that opens it. Protects nothing: the server answers this machine only, and its customers are invented. */
export const PRACTICE_KEY = 'sk_test_practice';
/** Many more than Atlas allows, so that practising does not mean waiting. */
const REQUESTS_PER_MINUTE = 6_000;

/** The practice server as people get it, in the window and in the terminal. */
export const startForPractising = (): Promise<PracticeServer> =>
  startPracticeServer({ rateLimit: REQUESTS_PER_MINUTE });
