import { randomUUID } from 'node:crypto';
import type { ConnectionView } from '../contract/plan-schemas.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { type Connection, connectionInfo, createConnection, isLoopback } from './connection.ts';
import type { KeyVault } from './key-vault.ts';
import type { SettingsFile } from './settings/settings-file.ts';

export interface ConnectionBookOptions {
  readonly settings: SettingsFile;
  readonly vault: KeyVault;
  /** Whether live keys are taken for other computers than this one. */
  readonly takesLiveKeys: boolean;
}

interface Entry {
  readonly view: ConnectionView;
  /** Missing until it is needed: some systems ask the person before they decrypt. */
  connection?: Connection | undefined;
  readonly sealedKey?: string;
}

/** The connections a person can choose from. Their keys stay here; what is shown of them is a view. */
export class ConnectionBook {
  readonly #options: ConnectionBookOptions;
  readonly #entries = new Map<string, Entry>();
  #practiceId: string | undefined;

  constructor(options: ConnectionBookOptions) {
    this.#options = options;
    for (const { sealedKey, ...kept } of options.settings.settings.connections) {
      const view = { ...kept, isPractice: false, isKept: true };
      this.#entries.set(kept.connectionId, { view, sealedKey });
    }
  }

  list(): ConnectionView[] {
    return [...this.#entries.values()].map(({ view }) => view);
  }

  view(connectionId: string): Result<ConnectionView, Refused> {
    const entry = this.#entries.get(connectionId);
    return entry ? ok(entry.view) : err(refused('connection_unknown'));
  }

  /** Keeps the key where the system can encrypt it; otherwise it is gone when the app ends. */
  async add(input: {
    readonly name: string;
    readonly baseUrl: string;
    readonly key: string;
  }): Promise<Result<ConnectionView, Refused>> {
    return await this.#put(randomUUID(), input);
  }

  /** Another name for people; nothing else of it changes. */
  async rename(connectionId: string, name: string): Promise<Result<ConnectionView, Refused>> {
    const entry = this.#ownEntry(connectionId);
    if (!entry) return err(refused('connection_unknown'));
    const view = { ...entry.view, name };
    const connection = entry.connection && { ...entry.connection, name };
    this.#entries.set(connectionId, { ...entry, view, connection });
    if (view.isKept) await this.#save();
    return ok(view);
  }

  /** Another key for the same address; the mode is the new one's. Nothing is left of the old one. */
  async replaceKey(connectionId: string, key: string): Promise<Result<ConnectionView, Refused>> {
    const entry = this.#ownEntry(connectionId);
    if (!entry) return err(refused('connection_unknown'));
    const { name, baseUrl } = entry.view;
    return await this.#put(connectionId, { name, baseUrl, key });
  }

  #ownEntry(connectionId: string): Entry | undefined {
    const entry = this.#entries.get(connectionId);
    return entry?.view.isPractice === false ? entry : undefined;
  }

  async #put(
    connectionId: string,
    input: { readonly name: string; readonly baseUrl: string; readonly key: string },
  ): Promise<Result<ConnectionView, Refused>> {
    const { vault } = this.#options;
    const created = createConnection(input);
    if (!created.ok) return err(refused('connection_invalid', { why: created.error }));
    const connection = created.value;
    if (!this.#isTaken(connection)) return err(refused('live_key_refused'));
    const isKept = await vault.canKeep();
    const wasKept = this.#entries.get(connectionId)?.view.isKept === true;
    const view = { ...connectionInfo(connection), connectionId, isPractice: false, isKept };
    const sealed = isKept ? { sealedKey: await vault.seal(input.key) } : {};
    this.#entries.set(connectionId, { view, connection, ...sealed });
    if (isKept || wasKept) await this.#save();
    return ok(view);
  }

  async remove(connectionId: string): Promise<Result<Record<string, never>, Refused>> {
    const entry = this.#entries.get(connectionId);
    if (!entry) return err(refused('connection_unknown'));
    this.#entries.delete(connectionId);
    if (entry.view.isPractice) this.#practiceId = undefined;
    if (entry.view.isKept) await this.#save();
    return ok({});
  }

  /** The practice server's, once there is one; its address may be another after a restart. */
  setPractice(input: {
    readonly name: string;
    readonly baseUrl: string;
    readonly key: string;
  }): ConnectionView {
    const created = createConnection(input);
    if (!created.ok) throw new Error(`The practice server's connection is not one: ${created.error}`);
    this.#practiceId ??= randomUUID();
    const connectionId = this.#practiceId;
    const view = { ...connectionInfo(created.value), connectionId, isPractice: true, isKept: false };
    this.#entries.set(connectionId, { view, connection: created.value });
    return view;
  }

  /** A connection with its key. For the host only. */
  async get(connectionId: string): Promise<Result<Connection, Refused>> {
    const entry = this.#entries.get(connectionId);
    if (!entry) return err(refused('connection_unknown'));
    entry.connection ??= await this.#unseal(entry);
    if (!entry.connection) return err(refused('key_lost'));
    // It may have been kept by a build that takes more.
    return this.#isTaken(entry.connection) ? ok(entry.connection) : err(refused('live_key_refused'));
  }

  /** SECURITY: a build that gets no security updates any more never holds a key that opens real customers. */
  #isTaken({ mode, baseUrl }: Connection): boolean {
    return this.#options.takesLiveKeys || mode === 'TEST' || isLoopback(new URL(baseUrl));
  }

  async #unseal({ view, sealedKey }: Entry): Promise<Connection | undefined> {
    const key = sealedKey === undefined ? undefined : await this.#options.vault.unseal(sealedKey);
    if (key === undefined) return undefined;
    const created = createConnection({ name: view.name, baseUrl: view.baseUrl, key });
    return created.ok ? created.value : undefined;
  }

  async #save(): Promise<void> {
    const connections = [...this.#entries.values()].flatMap(({ view, sealedKey }) => {
      if (sealedKey === undefined) return [];
      const { connectionId, name, baseUrl, mode, keyLastFour } = view;
      return [{ connectionId, name, baseUrl, mode, keyLastFour, sealedKey }];
    });
    await this.#options.settings.change({ connections });
  }
}
