import type { WorkSettings } from '../../core/work-settings.ts';
import type { HttpLimits } from './send.ts';

const SECOND_MS = 1_000;
/** A page of 1,000 customers with much metadata is some 5 MB. */
const MOST_BODY_BYTES = 64 * 1024 * 1024;

/** The bounds of a request's time and size, where these settings were chosen. */
export const httpLimitsOf = ({ phaseSeconds, totalSeconds }: WorkSettings): HttpLimits => ({
  phaseTimeoutMs: phaseSeconds * SECOND_MS,
  totalTimeoutMs: totalSeconds * SECOND_MS,
  maxBodyBytes: MOST_BODY_BYTES,
});
