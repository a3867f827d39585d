import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandInput, CommandOutput, CommandResult } from '../../../src/contract/commands.ts';
import type { EventPayload } from '../../../src/contract/events.ts';
import { APP_ORIGIN, CHANNELS, type CommandName, type EventName } from '../../../src/contract/names.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { serve } from '../../../src/engine/serve.ts';
import { EngineLink } from '../../../src/main/engine-link.ts';
import { FileOffers } from '../../../src/main/file-offers.ts';
import { createHost } from '../../../src/main/host.ts';
import { listen } from '../../../src/main/ipc.ts';
import { RunWatch } from '../../../src/main/run-watch.ts';
import type { MessageEvent } from '../../../src/main/sender.ts';
import { systemClock } from '../../../src/services/clock.ts';
import { ConnectionBook } from '../../../src/services/connection-book.ts';
import type { KeyVault } from '../../../src/services/key-vault.ts';
import { appSettingsOf, changeAppSettings } from '../../../src/services/settings/app-settings.ts';
import { MappingMemory } from '../../../src/services/settings/mapping-memory.ts';
import { RecentFiles } from '../../../src/services/settings/recent-files.ts';
import { SettingsFile } from '../../../src/services/settings/settings-file.ts';

/** The app's own page: its top frame, from its own origin. */
export const OUR_PAGE: MessageEvent = { senderFrame: { origin: APP_ORIGIN, parent: null } };

export interface TestHostOptions {
  readonly takesLiveKeys?: boolean;
  /** Without one, keys can't be kept. */
  readonly vault?: KeyVault;
  readonly folder?: string;
  /** What the system's dialogs answer. */
  readonly chooseSheet?: () => string | undefined;
  readonly chooseReport?: (name: string) => string | undefined;
  readonly offers?: FileOffers;
  readonly useClipboard?: (action: string) => void;
}

export interface TestHost {
  readonly folder: string;
  /** What was put on the clipboard. */
  readonly copied: readonly string[];
  /** Everything that crossed to the window, as it crossed. */
  readonly crossed: unknown[];
  /** A message on a channel, from whoever. */
  send(event: MessageEvent, channel: string, ...args: unknown[]): Promise<unknown>;
  /** A command from the app's own page. */
  invoke<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandResult<N>>;
  /** The same, where it must succeed. */
  must<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>;
  /** How a command ends: `done`, or the code with which it is refused. */
  codeOf<N extends CommandName>(name: N, input: CommandInput<N>): Promise<string>;
  events<N extends EventName>(name: N): readonly EventPayload<N>[];
  /** As if the engine's process had died: the next question starts another. */
  killEngine(): void;
  close(): Promise<void>;
}

const NO_VAULT: KeyVault = {
  canKeep: () => Promise.resolve(false),
  seal: () => Promise.reject(new Error('Keys can’t be kept here.')),
  unseal: () => Promise.resolve(undefined),
};

/** The real host and the real engine, without Electron: what crosses a process in the app is cloned here too. */
export async function startTestHost(options: TestHostOptions = {}): Promise<TestHost> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'patchsheet-host-'));
  const vault = options.vault ?? NO_VAULT;
  const copied: string[] = [];
  const crossed: unknown[] = [];
  const told: { readonly name: EventName; readonly payload: unknown }[] = [];
  const watch = new RunWatch();
  const closing: (() => Promise<void>)[] = [];

  function startEngine(): EngineLink {
    const engine = createEngine({ dataFolder: folder, appVersion: '0.0.0' }, (name, payload) => {
      link.receive(structuredClone({ kind: 'event', name, payload }));
    });
    closing.push(() => engine.close());
    const link = new EngineLink(
      (message) =>
        void serve(engine.handlers, structuredClone(message), (answer) =>
          link.receive(structuredClone(answer)),
        ),
      (name, payload) => {
        if (name === 'run.batch') watch.note(payload as EventPayload<'run.batch'>);
        told.push({ name, payload });
        crossed.push(structuredClone(payload));
      },
    );
    return link;
  }

  let link: EngineLink | undefined;
  const settings = await SettingsFile.open(folder);
  const book = new ConnectionBook({ settings, vault, takesLiveKeys: options.takesLiveKeys ?? true });
  const engine = {
    call: ((method, input) => {
      link ??= startEngine();
      return link.call(method, input);
    }) as EngineLink['call'],
  };
  const host = createHost({
    engine,
    book,
    memory: await MappingMemory.open(folder, systemClock),
    resolveProxy: () => Promise.resolve('DIRECT'),
    chooseSheet: () => Promise.resolve(options.chooseSheet?.()),
    chooseReport: (name) => Promise.resolve(options.chooseReport?.(name)),
    copyText: async (text) => void copied.push(text),
    showInFolder: () => undefined,
    useClipboard: (action) => options.useClipboard?.(action),
    stepText: () => undefined,
    enableMenu: () => undefined,
    layout: { get: () => undefined, set: () => undefined },
    recent: await RecentFiles.open(folder, systemClock),
    folderText: (path) => dirname(path),
    offers: options.offers ?? new FileOffers(() => undefined),
    samplePath: join(import.meta.dirname, '../../../resources/sample-edits.csv'),
    keysAreKept: () => vault.canKeep(),
    isRunning: (planId) => watch.isRunning(planId),
    settings: {
      get: () => appSettingsOf(settings.settings),
      change: (change) => changeAppSettings(settings, change),
    },
    about: { version: '0.0.0', electron: '45.0.0', isStandIn: false, locale: 'en-US' },
    startsWithSample: () => false,
  });
  const channels = new Map<string, (event: MessageEvent, ...args: unknown[]) => Promise<unknown>>();
  listen({ handle: (channel, listener) => void channels.set(channel, listener) }, host);

  const send: TestHost['send'] = async (event, channel, ...args) => {
    const listener = channels.get(channel);
    if (!listener) throw new Error(`Nobody listens on ${channel}.`);
    const answer = structuredClone(await listener(event, ...args.map((arg) => structuredClone(arg))));
    crossed.push(answer);
    return answer;
  };
  const invoke: TestHost['invoke'] = async (name, input) =>
    (await send(OUR_PAGE, CHANNELS.command, name, input)) as CommandResult<typeof name>;
  return {
    folder,
    copied,
    crossed,
    send,
    invoke,
    must: async (name, input) => {
      const result = await invoke(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
      return result.value;
    },
    codeOf: async (name, input) => {
      const result = await invoke(name, input);
      return result.ok ? 'done' : result.error.code;
    },
    events: (name) =>
      told.flatMap((one) => (one.name === name ? [one.payload as EventPayload<typeof name>] : [])),
    killEngine: () => {
      link?.stopped();
      link = undefined;
    },
    close: async () => {
      await Promise.all(closing.map((close) => close()));
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
