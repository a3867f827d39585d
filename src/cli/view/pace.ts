import { durationText } from '../../core/words/run.ts';
import { number } from '../../core/words/text.ts';
import type { Rate } from '../../services/run/pace.ts';

/** `71/min · 4 minutes left`; empty until there is something to go by. */
export function paceText(rate: Rate | undefined, left: number): string {
  if (!rate) return '';
  const shown = `${number(Math.round(rate.perMinute))}/min`;
  return left === 0 ? shown : `${shown} · ${durationText(rate.leftMs)} left`;
}
