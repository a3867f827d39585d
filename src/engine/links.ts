import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { rateNotShared } from '../core/words/run.ts';
import type { WorkSettings } from '../core/work-settings.ts';
import { linkTo } from '../services/atlas-link.ts';
import type { Clock } from '../services/clock.ts';
import { type Connection, createConnection, isLoopback } from '../services/connection.ts';
import type { Gate } from '../services/gate/gate.ts';
import { machineGate, shareOf } from '../services/gate/gate-for.ts';
import { dispatcherFor, trustSystemCertificates } from '../services/http/dispatcher.ts';
import { httpLimitsOf } from '../services/http/limits.ts';
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

/** The way to an account that was used last. */
interface Way {
  readonly route: string;
  readonly dispatcher: ReturnType<typeof dispatcherFor>;
  readonly gate: Gate;
}

/** One gate per base URL and key, however often and under whatever name it is asked for. */
export class Links {
  readonly #options: LinksOptions;
  readonly #ways = new Map<string, Way>();
  /** Accounts that a run is on over. */
  readonly #held = new Set<string>();
  #isTrusting = false;

  constructor(options: LinksOptions) {
    this.#options = options;
  }

  get({ route, ...input }: Link, work: WorkSettings): Result<LinkedConnection, Refused> {
    const created = createConnection(input);
    if (!created.ok) return err(refused('connection_invalid', { why: created.error }));
    const connection = created.value;
    const account = `${connection.baseUrl} ${connection.key.reveal()}`;
    return ok(this.#link(connection, account, this.#wayTo(connection, account, route), work));
  }

  /** The same connection for work that begins now, with the settings of now. */
  again(linked: LinkedConnection, work: WorkSettings): LinkedConnection {
    const way = this.#ways.get(linked.account);
    return way ? this.#link(linked.connection, linked.account, way, work) : linked;
  }

  /** While a run is on over an account its share of the rate stays what it is. */
  hold(account: string, until: Promise<unknown>): void {
    this.#held.add(account);
    const release = (): void => void this.#held.delete(account);
    void until.then(release, release);
  }

  #link(connection: Connection, account: string, way: Way, work: WorkSettings): LinkedConnection {
    const { dispatcher, gate } = way;
    if (!this.#held.has(account)) gate.useShare(shareOf(work, connection.mode));
    const client = linkTo(connection, dispatcher, this.#options.clock, gate, httpLimitsOf(work));
    return { connection, client, account };
  }

  #wayTo(connection: Connection, account: string, route: Link['route']): Way {
    const name = route.kind === 'direct' ? '' : route.url;
    const known = this.#ways.get(account);
    if (known?.route === name) return known;
    this.#trustSystem(connection.baseUrl);
    // The network changed; what is known of the rate stays.
    const gate = known?.gate ?? this.#gate(connection);
    const way = { route: name, dispatcher: dispatcherFor(route), gate };
    this.#ways.set(account, way);
    return way;
  }

  #gate(connection: Connection): Gate {
    const { clock, dataFolder, onNotice } = this.#options;
    return machineGate(connection, { clock, dataFolder, onNotice: (why) => onNotice(rateNotShared(why)) });
  }

  /** Once, and only where certificates matter: it takes a tenth of a second. */
  #trustSystem(baseUrl: string): void {
    if (this.#isTrusting || isLoopback(new URL(baseUrl))) return;
    this.#isTrusting = true;
    trustSystemCertificates();
  }
}
