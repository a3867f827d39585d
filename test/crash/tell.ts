import { BOUNDARIES } from './boundaries.ts';
import type { Crashes } from './crashes.ts';

/** Where processes were killed, and how often at each place. */
export function histogram({ atBoundaries, atMoments }: Crashes): string {
  const places = [
    ...BOUNDARIES.map((boundary) => [boundary, atBoundaries.get(boundary) ?? 0] as const),
    ...[...atMoments].map(([where, times]) => [`at a random moment, last past "${where}"`, times] as const),
  ];
  const width = Math.max(...places.map(([place]) => place.length));
  return places
    .map(([place, times]) => `${place.padEnd(width)} ${String(times).padStart(4)} ${'█'.repeat(times)}`)
    .join('\n');
}

export function summary({ campaigns, atBoundaries, atMoments }: Crashes): string {
  const sum = (of: (campaign: Crashes['campaigns'][number]) => number): number =>
    campaigns.reduce((total, campaign) => total + of(campaign), 0);
  const boundaries = total(atBoundaries);
  const moments = total(atMoments);
  return [
    `${boundaries + moments} kills (${boundaries} at boundaries, ${moments} at random moments) in ${campaigns.length} runs`,
    `${sum(({ rows }) => rows)} rows, ${sum(({ requests }) => requests)} requests, ${sum(({ lives }) => lives)} processes`,
    `${sum(({ lost }) => lost.length)} lost, ${sum(({ misreported }) => misreported.length)} misreported, ${sum(({ wrongData }) => wrongData.length)} differences from the model`,
    `${sum(({ secondEffects }) => secondEffects.same)} second effects like the first, ${sum(({ secondEffects }) => secondEffects.differing.length)} that differ`,
  ].join('\n');
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, times) => sum + times, 0);
