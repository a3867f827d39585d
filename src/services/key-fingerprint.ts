import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';

const HEX_DIGITS = 16;

/** SECURITY: tells keys from each other without showing them; the journal and locks hold it instead of the key. */
export const keyFingerprintOf = ({ key }: Pick<Connection, 'key'>): string =>
  createHash('sha256').update(`patchsheet-key:${key.reveal()}`).digest('hex').slice(0, HEX_DIGITS);
