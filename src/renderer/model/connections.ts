import type { ConnectionView } from '../../contract/plan-schemas.ts';
import type { Desk } from './desk.ts';
import type { RunConnection, WorkspaceActions } from './workspace-model.ts';

/** The connections that are known, and which one is used. */
export class Connections {
  readonly #desk: Desk;
  readonly #onOther: () => void;

  /** @param onOther another connection is used than before */
  constructor(desk: Desk, onOther: () => void) {
    this.#desk = desk;
    this.#onOther = onOther;
  }

  async usePractice(): Promise<void> {
    const connection = await this.#desk.value(this.#desk.host.command('practice.start', {}));
    if (connection) this.use(connection);
  }

  async add(input: Parameters<WorkspaceActions['addConnection']>[0]): Promise<boolean> {
    const connection = await this.#desk.value(this.#desk.host.command('connection.add', input));
    if (connection) this.use(connection);
    return connection !== undefined;
  }

  useKnown(connectionId: string): void {
    const connection = this.#desk.state.connections.find((known) => known.connectionId === connectionId);
    if (connection) this.use(connection);
  }

  async remove(connectionId: string): Promise<void> {
    if (!(await this.#desk.value(this.#desk.host.command('connection.remove', { connectionId })))) return;
    const { connections, connection } = this.#desk.state;
    this.#desk.set({ connections: connections.filter((known) => known.connectionId !== connectionId) });
    if (connection?.connectionId === connectionId) this.#desk.set({ connection: null });
  }

  use(connection: ConnectionView): void {
    const { connections, connection: before } = this.#desk.state;
    const others = connections.filter(({ connectionId }) => connectionId !== connection.connectionId);
    this.#desk.set({ connections: [...others, connection], connection });
    if (before?.connectionId !== connection.connectionId) this.#onOther();
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
