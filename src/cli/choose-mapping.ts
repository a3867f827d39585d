import { readFile } from 'node:fs/promises';
import type { AddressName, Field } from '../core/fields.ts';
import { isField } from '../core/fields.ts';
import type { BlankRule, ColumnRole, Mapping } from '../core/mapping.ts';
import { isBlankRule, readMappingFile } from '../core/mapping-file.ts';
import { type MappingProposal, proposeMapping } from '../core/propose-mapping.ts';
import type { Column, Sheet } from '../core/sheet.ts';
import type { Arguments } from './arguments.ts';
import { CommandFailure, EXIT } from './exit-codes.ts';

/** The mapping file where there is one, else the proposal; then what the command line says of single columns. */
export async function chooseMapping(
  sheet: Sheet,
  args: Arguments,
): Promise<{ readonly mapping: Mapping; readonly proposal: MappingProposal }> {
  const { columns } = sheet;
  const proposal = proposeMapping(sheet);
  const base = args.mappingFile === undefined ? proposal.mapping : await fromFile(args.mappingFile, columns);
  const roles = [...base.roles];
  const assign = (header: string, role: ColumnRole): void => {
    roles[columnNamed(columns, header).index] = role;
  };
  if (args.key !== undefined) {
    for (const [index, role] of roles.entries())
      if (role.kind === 'key') roles[index] = { kind: 'reference' };
    const proposed = proposal.mapping.roles[columnNamed(columns, args.key).index];
    assign(args.key, { kind: 'key', by: isAboutEmail(proposed, args.key) ? 'email' : 'id' });
  }
  for (const text of args.ignore) assign(text, { kind: 'reference' });
  for (const text of args.write) assign(...headerAndField('--write', text, 'write'));
  for (const text of args.check) assign(...headerAndField('--check', text, 'check'));
  const blanks = { ...base.blanks, ...Object.fromEntries(args.blank.map(addressAndRule)) };
  return { mapping: { ...base, roles, blanks }, proposal };
}

const isAboutEmail = (proposed: ColumnRole | undefined, header: string): boolean =>
  (proposed && 'field' in proposed && proposed.field === 'email') ||
  (proposed?.kind === 'key' && proposed.by === 'email') ||
  /e-?mail/i.test(header);

async function fromFile(file: string, columns: readonly Column[]): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new CommandFailure(EXIT.unusableSheet, `The mapping ${file} can’t be opened.`);
  }
  const mapping = readMappingFile(text, columns);
  if (!mapping.ok) {
    throw new CommandFailure(
      EXIT.unusableSheet,
      `The mapping ${file} can’t be used:\n  ${mapping.error.join('\n  ')}`,
    );
  }
  return mapping.value;
}

function columnNamed(columns: readonly Column[], header: string): Column {
  const column = columns.find(({ name }) => name === header);
  if (!column) {
    const names = columns.map(({ name }) => name).join(', ');
    throw new CommandFailure(EXIT.usage, `The sheet has no column “${header}”. It has: ${names}.`);
  }
  return column;
}

/** `Zip=billing_address.postal_code`; a header may hold `=` itself, a field of ours does not. */
function headerAndField(option: string, text: string, kind: 'write' | 'check'): [string, ColumnRole] {
  const at = text.lastIndexOf('=');
  const field = text.slice(at + 1);
  if (at < 1 || !isField(field)) {
    throw new CommandFailure(
      EXIT.usage,
      `${option} takes HEADER=FIELD, for instance "Zip=billing_address.postal_code".`,
    );
  }
  const role: { readonly kind: 'write' | 'check'; readonly field: Field } = { kind, field };
  return [text.slice(0, at), role];
}

const ADDRESS_WORDS: ReadonlyMap<string, AddressName> = new Map([
  ['billing', 'billing_address'],
  ['billing_address', 'billing_address'],
  ['shipping', 'shipping_address'],
  ['shipping_address', 'shipping_address'],
]);

function addressAndRule(text: string): readonly [AddressName, BlankRule] {
  const [word = '', rule = ''] = text.split('=');
  const address = ADDRESS_WORDS.get(word);
  if (!address || !isBlankRule(rule)) {
    throw new CommandFailure(
      EXIT.usage,
      '--blank takes billing=keep, billing=clear, shipping=keep or shipping=clear.',
    );
  }
  return [address, rule];
}
