import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Which rules are looked at: all of them, or those about colours alone. */
export type Hurdles = 'all' | 'colours';

/**
 * What a person with a screen reader, or poor sight, would stumble over on the page as it is: every rule of axe, best
 * practices included; one text per element.
 */
export async function hurdlesOn(page: Page, which: Hurdles): Promise<readonly string[]> {
  // Evaluated from outside: no script gets into the page by its own rules.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const rules = which === 'all' ? '{}' : '{ runOnly: ["color-contrast"] }';
  const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(document, ${rules})`);
  if (passes.length === 0) throw new Error('axe looked at nothing.');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 300)}\n  ${failureSummary ?? ''}`,
    ),
  );
}
