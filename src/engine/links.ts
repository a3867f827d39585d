import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { rateNotShared } from '../core/words/run.ts';
import { linkTo } from '../services/atlas-link.ts';
import type { Clock } from '../services/clock.ts';
import { type Connection, createConnection, isLoopback } from '../services/connection.ts';
import type { Gate } from '../services/gate/gate.ts';
import { machineGate } from '../services/gate/gate-for.ts';
import { dispatcherFor, trustSystemCertificates } from '../services/http/dispatcher.ts';
import type { PacedClient } from '../services/paced-client.ts';
import type { Link } from './methods.ts';

export interface LinkedConnection {
  readonly connection: Connection;
  readonly client: PacedClient;
  /** The same for everything that shares a base URL and a key. */
  readonly account: string;
}

export interface LinksOptions {
  readonly clock: Clock;
  /** Where gates are shared with other windows and the terminal. */
  readonly dataFolder: string;
  /** Told where they can't be. */
  readonly onNotice: (message: string) => void;
}

/** One client and one gate per base URL and key, however often and under whatever name it is asked for. */
export class Links {
  readonly #clock: Clock;
  readonly #dataFolder: string;
  readonly #onNotice: (message: string) => void;
  readonly #clients = new Map<string, { readonly route: string; readonly client: PacedClient }>();
  #isTrusting = false;

  constructor(options: LinksOptions) {
    this.#clock = options.clock;
    this.#dataFolder = options.dataFolder;
    this.#onNotice = options.onNotice;
  }

  get({ route, ...input }: Link): Result<LinkedConnection, Refused> {
    const created = createConnection(input);
    if (!created.ok) return err(refused('connection_invalid', { why: created.error }));
    const connection = created.value;
    const account = `${connection.baseUrl} ${connection.key.reveal()}`;
    const way = route.kind === 'direct' ? '' : route.url;
    const known = this.#clients.get(account);
    if (known?.route === way) return ok({ connection, client: known.client, account });
    this.#trustSystem(connection.baseUrl);
    // The network changed; what is known of the rate stays.
    const client = linkTo(
      connection,
      dispatcherFor(route),
      this.#clock,
      known?.client.gate ?? this.#gate(connection),
    );
    this.#clients.set(account, { route: way, client });
    return ok({ connection, client, account });
  }

  #gate(connection: Connection): Gate {
    return machineGate(connection, {
      clock: this.#clock,
      dataFolder: this.#dataFolder,
      onNotice: (why) => this.#onNotice(rateNotShared(why)),
    });
  }

  /** Once, and only where certificates matter: it takes a tenth of a second. */
  #trustSystem(baseUrl: string): void {
    if (this.#isTrusting || isLoopback(new URL(baseUrl))) return;
    this.#isTrusting = true;
    trustSystemCertificates();
  }
}
