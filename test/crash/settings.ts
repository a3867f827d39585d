import type { RunSettings } from '../../src/core/run-settings.ts';
import { SETTINGS } from '../services/support/settings.ts';

/** Concurrency differs from process to process, and settling takes long enough for a busy machine. */
export const CRASH_SETTINGS: RunSettings = { ...SETTINGS, triesPerRow: 50 };
