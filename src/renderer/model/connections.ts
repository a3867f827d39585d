import type { ConnectionView } from '../../contract/plan-schemas.ts';
import type { KeyTestResult } from '../../contract/settings-schemas.ts';
import type { Answer, Desk } from './desk.ts';
import type { RunConnection } from './workspace-actions.ts';

/** What a key was found to allow, or that this is being found out. */
export type KeyTestView = 'testing' | KeyTestResult;

interface ConnectionsOptions {
  readonly desk: Desk;
  /** Another connection or key is used than before. */
  readonly onOther: () => void;
  /** What was planned on the practice server is gone. */
  readonly onPracticeReset: () => void;
}

/** The connections that are known, and which one is used. */
export class Connections {
  readonly #desk: Desk;
  readonly #options: ConnectionsOptions;

  constructor(options: ConnectionsOptions) {
    this.#desk = options.desk;
    this.#options = options;
  }

  async usePractice(): Promise<void> {
    const connection = await this.#value(this.#desk.host.command('practice.start', {}));
    if (connection) this.use(connection);
  }

  /** All invented customers as in the beginning. */
  async resetPractice(): Promise<boolean> {
    const reset = await this.#value(this.#desk.host.command('practice.reset', {}));
    if (reset) this.#options.onPracticeReset();
    return reset !== undefined;
  }

  /** Its key is tested behind everything else; what is wrong with it is said. */
  async add(input: {
    readonly name: string;
    readonly baseUrl: string;
    readonly key: string;
  }): Promise<boolean> {
    const connection = await this.#value(this.#desk.host.command('connection.add', input));
    if (!connection) return false;
    this.use(connection);
    void this.#testAndTell(connection);
    return true;
  }

  async rename(connectionId: string, name: string): Promise<boolean> {
    const renamed = await this.#value(this.#desk.host.command('connection.rename', { connectionId, name }));
    if (renamed) this.#replace(renamed);
    return renamed !== undefined;
  }

  /** The plan that was made with the old key goes with it. */
  async replaceKey(connectionId: string, key: string): Promise<ConnectionView | undefined> {
    const replaced = await this.#value(
      this.#desk.host.command('connection.replace_key', { connectionId, key }),
    );
    if (!replaced) return undefined;
    this.#replace(replaced);
    if (this.#desk.state.connection?.connectionId === connectionId) this.#options.onOther();
    void this.test(connectionId);
    return replaced;
  }

  /** Finds out what a key may do, and shows it beside the connection. Writes nothing. */
  async test(connectionId: string): Promise<KeyTestResult | undefined> {
    const tested = this.#connection(connectionId);
    this.#showTest(connectionId, 'testing');
    const answer = await this.#desk.host.command('connection.test', { connectionId });
    const result: KeyTestResult = answer.ok ? answer.value : { tone: 'bad', text: answer.error.message };
    // Removed meanwhile, or its key replaced: then another test tells of that one.
    if (this.#connection(connectionId)?.keyLastFour !== tested?.keyLastFour) return undefined;
    this.#showTest(connectionId, result);
    return result;
  }

  async #testAndTell({ connectionId, name }: ConnectionView): Promise<void> {
    const result = await this.test(connectionId);
    if (result && result.tone !== 'good')
      this.#desk.set({
        notice: {
          kind: result.tone === 'bad' ? 'error' : 'info',
          text: `${name}: ${result.text}`,
          about: 'app',
        },
      });
  }

  useKnown(connectionId: string): void {
    const connection = this.#connection(connectionId);
    if (connection) this.use(connection);
  }

  async remove(connectionId: string): Promise<void> {
    if (!(await this.#value(this.#desk.host.command('connection.remove', { connectionId })))) return;
    const { connections, connection } = this.#desk.state;
    this.#desk.set({ connections: connections.filter((known) => known.connectionId !== connectionId) });
    if (connection?.connectionId === connectionId) this.#desk.set({ connection: null });
  }

  use(connection: ConnectionView): void {
    const { connections, connection: before } = this.#desk.state;
    const isKnown = connections.some(({ connectionId }) => connectionId === connection.connectionId);
    if (isKnown) this.#replace(connection);
    else this.#desk.set({ connections: [...connections, connection] });
    this.#desk.set({ connection });
    if (before?.connectionId !== connection.connectionId) this.#options.onOther();
  }

  /** Where it stands among the others, and where it is in use. */
  #replace(changed: ConnectionView): void {
    const { connections, connection } = this.#desk.state;
    const isIt = ({ connectionId }: ConnectionView): boolean => connectionId === changed.connectionId;
    this.#desk.set({
      connections: connections.map((known) => (isIt(known) ? changed : known)),
      connection: connection && isIt(connection) ? changed : connection,
    });
  }

  #showTest(connectionId: string, test: KeyTestView): void {
    this.#desk.set({ keyTests: new Map(this.#desk.state.keyTests).set(connectionId, test) });
  }

  #value<T>(answering: Promise<Answer<T>>): Promise<T | undefined> {
    return this.#desk.value(answering, 'app');
  }

  #connection(connectionId: string): ConnectionView | undefined {
    return this.#desk.state.connections.find((known) => known.connectionId === connectionId);
  }

  /** One to the same address and mode: the one in use (its key may be the new one), else the same key's. */
  fitting({ baseUrl, mode, keyLastFour }: RunConnection): ConnectionView | undefined {
    const { connections, connection } = this.#desk.state;
    const fitting = connections.filter((known) => known.baseUrl === baseUrl && known.mode === mode);
    return (
      fitting.find((known) => known.connectionId === connection?.connectionId) ??
      fitting.find((known) => known.keyLastFour === keyLastFour) ??
      fitting[0]
    );
  }
}
