/**
 * Kills the runner and goes on with its run, again and again, and looks whether anything was lost or told wrongly.
 *
 *   npm run crash -- --kills 200 --seed 1
 */
import { parseArgs } from 'node:util';
import { BOUNDARIES } from './boundaries.ts';
import { crash, problemsOf } from './crashes.ts';
import { histogram, summary } from './tell.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    'per-boundary': { type: 'string' },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
/** Five at each, unless that is more than is asked for. */
const perBoundary = Number(values['per-boundary'] ?? Math.min(5, Math.floor(kills / BOUNDARIES.length)));

const say = (text: string): void => void process.stdout.write(`${text}\n`);
say(`${kills} kills, at least ${perBoundary} at each of ${BOUNDARIES.length} boundaries, seed ${seed}`);
const crashes = await crash({
  kills,
  perBoundary,
  seed,
  onCampaign: (result, campaignSeed) => {
    for (const problem of problemsOf(result)) say(`run ${campaignSeed}: ${problem}`);
  },
});
say(histogram(crashes));
say(summary(crashes));
if (crashes.campaigns.some((result) => problemsOf(result).length > 0)) process.exitCode = 1;
