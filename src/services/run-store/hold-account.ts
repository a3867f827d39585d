import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { HeldBy } from '../../core/held-by.ts';
import type { Result } from '../../core/result.ts';
import { makePrivateFolder } from '../files.ts';
import type { Hold } from '../locks/locks.ts';
import { type StoreHost, systemStoreHost } from './store-host.ts';

/** What only one run may write to at a time, and for which run it is held. */
export interface Account {
  readonly baseUrl: string;
  readonly keyFingerprint: string;
  readonly runId: string;
}

/**
 * Holds an account for a run, whatever window or terminal of this machine asks. It ends with the process; what a
 * killed one held is taken over.
 */
export async function holdAccount(
  dataFolder: string,
  { baseUrl, keyFingerprint, runId }: Account,
  { disk, locks }: StoreHost = systemStoreHost,
): Promise<Result<Hold, HeldBy>> {
  const folder = join(dataFolder, 'locks');
  await makePrivateFolder(folder, disk);
  const name = createHash('sha256')
    .update(JSON.stringify([baseUrl, keyFingerprint]))
    .digest('hex');
  return await locks.take(join(folder, name.slice(0, NAME_LENGTH)), runId);
}

const NAME_LENGTH = 32;
