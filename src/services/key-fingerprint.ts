import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';

/** SECURITY: tells keys apart without telling them: too short to be turned back, too long to be met by chance. */
export const keyFingerprintOf = ({ key }: Pick<Connection, 'key'>): string =>
  createHash('sha256').update(`patchsheet-key:${key.reveal()}`).digest('hex').slice(0, 16);
