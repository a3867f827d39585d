import type { RequestRecord } from '../../../src/practice/request-log.ts';
import type { PracticeServer } from '../../../src/practice/server.ts';
import { NOBODYS_ID } from '../../../src/services/key-test/test-key.ts';

/** Requests that asked for a change of somebody: a key that is tested asks for one of nobody. */
export const updatesSent = (server: PracticeServer): readonly RequestRecord[] =>
  server.requests().filter(({ method, path }) => method !== 'GET' && path !== `/customers/${NOBODYS_ID}`);
