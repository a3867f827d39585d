import { subscribe } from 'node:diagnostics_channel';
import type { AtlasClient } from '../../src/services/atlas-client.ts';
import type { PacedClient } from '../../src/services/paced-client.ts';
import type { Fate } from './fate.ts';

/** A client of a process that may die on either side of a request. */
export function mortalClient(client: PacedClient, fate: Fate): PacedClient {
  const { entered } = client;
  const mortal: AtlasClient = {
    ...entered,
    getCustomer: async (id, signal) => {
      const answer = await entered.getCustomer(id, signal);
      fate.pass('read: answered');
      return answer;
    },
    updateCustomer: async (id, body, signal) => {
      fate.pass('write: before it is sent');
      const answer = await entered.updateCustomer(id, body, signal);
      fate.pass('write: answered');
      return answer;
    },
  };
  return { ...client, entered: mortal };
}

/** Dies when a write has left, whole; undici says so on the machine's own channel for such news. */
export function dieOnceSent(fate: Fate): void {
  subscribe('undici:request:bodySent', (message) => {
    const { request } = message as { readonly request: { readonly method: string } };
    // The socket is given its bytes in this breath.
    if (request.method === 'PATCH') setImmediate(() => fate.pass('write: sent'));
  });
}
