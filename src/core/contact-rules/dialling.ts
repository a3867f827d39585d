import dialling from './dialling.json' with { type: 'json' };

/** How numbers of a country are dialled; made by scripts/make-rule-data.ts. */
export interface NumberingPlan {
  readonly callingCode: string;
  /** Possible numbers of digits behind the calling code. */
  readonly lengths: readonly number[];
  /** Whether the calling code is this country's before all others that share it. */
  readonly isMain: boolean;
  /** Dialled before the number inside the country only. */
  readonly nationalPrefix?: string;
}

const PLANS: Readonly<Record<string, NumberingPlan>> = dialling;

export const planOf = (country: string): NumberingPlan | undefined =>
  Object.hasOwn(PLANS, country) ? PLANS[country] : undefined;

let byCallingCode: ReadonlyMap<string, NumberingPlan> | undefined;

/** The calling code of the United States, Canada and the Caribbean. */
export const NORTH_AMERICA = '1';

/** The plan behind a calling code; countries that share one are taken together. */
export function planWith(callingCode: string): NumberingPlan | undefined {
  byCallingCode ??= allCallingCodes();
  return byCallingCode.get(callingCode);
}

function allCallingCodes(): ReadonlyMap<string, NumberingPlan> {
  const plans = [...Object.values(PLANS), ...OF_NO_COUNTRY];
  const shared = Map.groupBy(plans, ({ callingCode }) => callingCode);
  return new Map(
    plans.filter(({ isMain }) => isMain).map((plan) => [plan.callingCode, together(plan, shared)]),
  );
}

/** In North America the others are dialled as the United States are, but for short numbers within Canada. */
function together(main: NumberingPlan, shared: ReadonlyMap<string, readonly NumberingPlan[]>): NumberingPlan {
  if (main.callingCode === NORTH_AMERICA) return main;
  const lengths = shared.get(main.callingCode)?.flatMap((plan) => plan.lengths) ?? [];
  return { ...main, lengths: [...new Set(lengths)] };
}

/** Toll-free, satellite and other numbers that belong to no country. Source: ITU-T E.164, assigned country codes. */
const OF_NO_COUNTRY: readonly NumberingPlan[] = [
  '800',
  '808',
  '870',
  '878',
  '881',
  '882',
  '883',
  '888',
  '979',
].map((callingCode) => ({ callingCode, lengths: [7, 8, 9, 10, 11, 12], isMain: true }));
