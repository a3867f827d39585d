import type { JsonValue } from '../../../src/core/json.ts';
import { customerIdOf, type Difference, type Evidence, isWrite } from './evidence.ts';
import { isEqual } from './values.ts';

/** Nothing leaves that was not written down before: each request has an intent of its own, with the same body. */
export function requestsWithoutIntent({ requests, events }: Evidence): readonly Difference[] {
  const intents = Map.groupBy(
    events.filter((event) => event.kind === 'intent'),
    ({ customerId }) => customerId,
  );
  const used = new Set<unknown>();
  return requests.filter(isWrite).flatMap((request) => {
    const intent = intents
      .get(customerIdOf(request))
      ?.find((event) => !used.has(event) && isEqual(event.body as JsonValue, request.body));
    if (!intent) return [`Request ${request.sequence} was sent without an intent.`];
    used.add(intent);
    return [];
  });
}
