import { PRODUCTION_BASE_URL } from '../core/atlas.ts';
import { rateNotShared } from '../core/words/run.ts';
import { PRACTICE_KEY, startForPractising } from '../practice/for-practising.ts';
import { linkTo } from '../services/atlas-link.ts';
import { type Clock, systemClock } from '../services/clock.ts';
import { type Connection, createConnection, isLoopback } from '../services/connection.ts';
import { dataFolderOf } from '../services/data-folder.ts';
import { machineGate, ownGate } from '../services/gate/gate-for.ts';
import { dispatcherFromEnvironment, trustSystemCertificates } from '../services/http/dispatcher.ts';
import type { PacedClient } from '../services/paced-client.ts';
import type { Arguments } from './arguments.ts';
import { CommandFailure, EXIT } from './exit-codes.ts';

/** Everything a command needs to talk to Atlas, wired once. */
export interface Session {
  readonly connection: Connection;
  readonly client: PacedClient;
  readonly clock: Clock;
  readonly random: () => number;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws {CommandFailure} where key or address are missing or wrong */
export async function openSession(args: Arguments, env: Environment): Promise<Session> {
  const isPractice = args.isPractice || args.command === 'demo';
  const practice = isPractice ? await startForPractising() : undefined;
  const connection = connectionOf(args, env, practice?.baseUrl);
  if (!isLoopback(new URL(connection.baseUrl))) trustSystemCertificates();
  const dispatcher = dispatcherFromEnvironment(practice ? {} : env);
  const clock = systemClock;
  const dataFolder = dataFolderOf(process.platform, env);
  const onNotice = (why: string): void => void process.stderr.write(`${rateNotShared(why)}\n`);
  const gate = practice
    ? ownGate(connection, clock)
    : machineGate(connection, { clock, dataFolder, onNotice });
  return {
    connection,
    client: linkTo(connection, dispatcher, clock, gate),
    clock,
    random: Math.random,
    close: async () => {
      await dispatcher.close();
      await practice?.close();
    },
  };
}

function connectionOf(args: Arguments, env: Environment, practiceUrl: string | undefined): Connection {
  const key = practiceUrl === undefined ? env['ATLAS_API_KEY'] : PRACTICE_KEY;
  if (key === undefined || key === '') {
    throw new CommandFailure(
      EXIT.usage,
      'There is no key. Set ATLAS_API_KEY to your Atlas key, or use --practice to try it without one.',
    );
  }
  const baseUrl = practiceUrl ?? args.baseUrl ?? PRODUCTION_BASE_URL;
  const name = args.name ?? (practiceUrl === undefined ? hostOf(baseUrl) : 'practice server');
  const connection = createConnection({ name, baseUrl, key });
  if (!connection.ok) throw new CommandFailure(EXIT.usage, connection.error);
  return connection.value;
}

const hostOf = (baseUrl: string): string => (URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl);
