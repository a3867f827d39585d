import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { RULE_DATA, ruleDataText } from '../../scripts/make-rule-data.ts';

describe('what the rules know of the world', () => {
  it.each(Object.entries(RULE_DATA))('%s is what the packages say', (path, data) => {
    // Git may turn LF into CRLF and back.
    const file = readFileSync(`${root}/${path}`, 'utf8').replaceAll('\r\n', '\n');
    expect(file).toBe(ruleDataText(data()));
  });
});
