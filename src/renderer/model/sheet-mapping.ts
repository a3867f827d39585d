import type { CommandResult } from '../../contract/commands.ts';
import type { OpenedSession } from '../../contract/session-schemas.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { type EditedSheet, editedColumns } from '../../core/edited-sheet.ts';
import { ADDRESS_NAMES } from '../../core/fields.ts';
import { asChosen, type Mapping, withEditedColumns } from '../../core/mapping.ts';
import { rememberedOf } from '../../core/remembered-mapping.ts';
import { openBlankQuestions, type ValidatedSheet } from '../../core/validate.ts';
import { finding } from '../../core/words/diagnostics.ts';
import type { Host } from './host.ts';
import type { LoadedSheet } from './load-sheet.ts';
import type { SheetModel } from './sheet-model.ts';

interface SheetMappingOptions {
  readonly host: Host;
  readonly session: OpenedSession;
  readonly loaded: LoadedSheet;
}

/**
 * A sheet's mapping: what was chosen, what is in force of it (a column of an export that was edited is written), and
 * what the host was told of it.
 */
export class SheetMapping {
  readonly #host: Host;
  readonly #sessionId: string;
  readonly #columns: EditedSheet['sheet']['columns'];
  readonly #proposed: Mapping;
  #chosen: Mapping;
  #inForce: Mapping;
  #isFromLastTime: boolean;
  /** The host works with this mapping; one that was only proposed it does not know. */
  #isTold: boolean;

  constructor({ host, session, loaded }: SheetMappingOptions) {
    const { edited, mapping, proposal, lastTime } = loaded;
    this.#host = host;
    this.#sessionId = session.sessionId;
    this.#columns = edited.sheet.columns;
    this.#proposed = proposal.mapping;
    this.#chosen = mapping;
    this.#inForce = withEditedColumns(mapping, editedColumns(edited));
    this.#isFromLastTime = lastTime !== null;
    this.#isTold = session.mapping === mapping;
  }

  get chosen(): Mapping {
    return this.#chosen;
  }

  get inForce(): Mapping {
    return this.#inForce;
  }

  /** Nobody has looked at the mapping of last time yet, or has had it proposed anew. */
  get isFromLastTime(): boolean {
    return this.#isFromLastTime;
  }

  /** Takes over what was chosen while looking at the mapping in force, and tells the host. */
  choose(next: Mapping, edited: EditedSheet): void {
    const mapping = asChosen(next, this.#chosen, this.#inForce);
    this.#chosen = mapping;
    this.#inForce = withEditedColumns(mapping, editedColumns(edited));
    this.#isTold = true;
    void this.#host.command('session.configure', { sessionId: this.#sessionId, mapping });
  }

  /** The one chosen, with each column's role as its header and values propose it: none of last time's any more. */
  proposeAnew(): Mapping {
    this.#isFromLastTime = false;
    return { ...this.#chosen, roles: this.#proposed.roles };
  }

  /** Stays the same object where no column's role is another one. */
  edited(edited: EditedSheet): void {
    const next = withEditedColumns(this.#chosen, editedColumns(edited));
    const isSame = next.roles.every(({ kind }, column) => kind === this.#inForce.roles[column]?.kind);
    if (!isSame) this.#inForce = next;
  }

  /** Sees to it that the host works with this mapping, also where it was only proposed. */
  async tell(): Promise<CommandResult<'session.configure'>> {
    if (this.#isTold) return { ok: true, value: {} };
    const told = await this.#host.command('session.configure', {
      sessionId: this.#sessionId,
      mapping: this.#chosen,
    });
    if (told.ok) this.#isTold = true;
    return told;
  }

  /** The person has seen it: it is kept for the next sheet with the same headers. */
  async remember(): Promise<CommandResult<'mapping.remember'>> {
    this.#isFromLastTime = false;
    // As it was chosen: a column that an edited cell promoted is not what the next sheet begins with.
    const mapping = rememberedOf(this.#columns, this.#chosen);
    return mapping ? await this.#host.command('mapping.remember', { mapping }) : { ok: true, value: {} };
  }

  blankQuestions({ partlyBlankRows }: ValidatedSheet): SheetModel['blankQuestions'] {
    return ADDRESS_NAMES.map((address) => ({ address, rows: partlyBlankRows[address] })).filter(
      ({ address, rows }) => rows > 0 || this.#chosen.blanks[address] !== undefined,
    );
  }
}

/** What is wrong with a mapping, and what it has not answered yet. */
export function mappingFindings(validated: ValidatedSheet): readonly Diagnostic[] {
  const open = openBlankQuestions(validated).map((address) =>
    finding('blank_question', { kind: 'file' }, { address, rows: validated.partlyBlankRows[address] }),
  );
  return [...validated.mappingFindings, ...open];
}
