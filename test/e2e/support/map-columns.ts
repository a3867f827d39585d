import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FixtureMapping, Role } from '../../fixtures/fixture-row.ts';

/** Chooses each column's role and the answers to the blank questions in the open mapping. */
export async function mapColumns(
  page: Page,
  {
    columns,
    blanks = {},
  }: Pick<FixtureMapping, 'columns'> & { readonly blanks?: Partial<FixtureMapping['blanks']> },
): Promise<void> {
  for (const [header, role] of Object.entries(columns)) await chooseRole(page, header, role);
  for (const [address, rule] of Object.entries(blanks)) {
    const choice = page.locator(`[data-blank="${address} ${rule}"]`);
    await choice.click();
    await expect.poll(() => choice.isChecked()).toBe(true);
  }
}

async function chooseRole(page: Page, header: string, role: Role): Promise<void> {
  const { kind, of } = /^(?<kind>[a-z]+)(:(?<of>.+))?$/.exec(role)?.groups ?? {};
  const row = page.locator('.mapping-row', { has: page.locator(`[data-role-of="${header}"]`) });
  const [kindSelect, fieldSelect] = [row.locator('select').nth(0), row.locator('select').nth(1)];
  await choose(kindSelect, kind ?? '');
  if (of === undefined) return;
  const metadataKey = /^metadata\.(.+)$/.exec(of)?.[1];
  await choose(fieldSelect, metadataKey === undefined ? of : 'metadata');
  if (metadataKey === undefined) return;
  const key = row.locator('input');
  if ((await key.inputValue()) === metadataKey) return;
  await key.fill(metadataKey);
  await key.press('Enter');
  await expect.poll(() => key.inputValue()).toBe(metadataKey);
}

type Select = ReturnType<Page['locator']>;

/** What is proposed already is left as it is. */
async function choose(select: Select, value: string): Promise<void> {
  if ((await select.inputValue()) !== value) await select.selectOption(value);
  await expect.poll(() => select.inputValue()).toBe(value);
}
