import type { Disk, DiskFile } from '../../../src/services/disk/disk.ts';
import { FileNode, FolderNode } from './fragile-nodes.ts';

export type DiskOperation =
  | 'create'
  | 'append'
  | 'cut'
  | 'sync'
  | 'rename'
  | 'remove'
  | 'sync_folder'
  | 'make_folders';

/**
 * A disk in memory that keeps only what was synced, as the file systems do that promise least: a cut of the power
 * loses any of the unsynced writes and entries, each by itself, and leaves zeros where a later one was kept.
 * Every operation takes effect some time after it was asked for, and is told some time after it took effect.
 */
export class FragileDisk implements Disk {
  /** Called before each operation takes effect. What it throws is the operation's failure; for an append, how many bytes there is room for. */
  onOperation: (operation: DiskOperation, path: string) => number | undefined = () => undefined;
  /** Moments that have passed, each before or after an operation's effect. */
  moments = 0;
  isOff = false;
  readonly #root: FolderNode;
  #cutAt = Number.POSITIVE_INFINITY;
  #whenOff = Promise.withResolvers<void>();

  constructor(root: FolderNode = new FolderNode()) {
    this.#root = root;
  }

  /** With a folder that has been there for long. */
  static withFolder(path: string): FragileDisk {
    const root = new FolderNode();
    let folder = root;
    for (const name of namesOf(path)) {
      const made = new FolderNode();
      folder.add(name, made);
      folder.sync();
      folder = made;
    }
    return new FragileDisk(root);
  }

  /** Cuts the power at the n-th moment from the beginning; what is under way then never comes back. */
  cutPowerAt(moment: number): Promise<void> {
    this.#cutAt = moment;
    return this.#whenOff.promise;
  }

  cutPower(): void {
    this.isOff = true;
    this.#whenOff.resolve();
  }

  /** The disk as it is found when the power is back. */
  afterCut(random: () => number): FragileDisk {
    return new FragileDisk(this.#root.afterCut(random));
  }

  open(path: string): Promise<DiskFile> {
    return this.#do('create', path, () => {
      const { folder, name } = this.#placeOf(path);
      const known = folder.entries.get(name);
      if (known instanceof FileNode) return this.#fileOf(known, path);
      return this.#fileOf(folder.add(name, new FileNode()), path);
    });
  }

  create(path: string): Promise<DiskFile> {
    return this.#do('create', path, () => {
      const { folder, name } = this.#placeOf(path);
      if (folder.entries.has(name)) throw failure('EEXIST', path);
      return this.#fileOf(folder.add(name, new FileNode()), path);
    });
  }

  readFile(path: string): Promise<Buffer> {
    const node = this.#find(path);
    if (node instanceof FileNode) return Promise.resolve(node.content);
    return Promise.reject(failure('ENOENT', path));
  }

  list(path: string): Promise<readonly string[]> {
    const node = this.#find(path);
    if (node instanceof FolderNode) return Promise.resolve([...node.entries.keys()]);
    return Promise.reject(failure('ENOENT', path));
  }

  makeFolders(path: string): Promise<string | undefined> {
    return this.#do('make_folders', path, () => {
      let folder = this.#root;
      let at = '';
      let first: string | undefined;
      for (const name of namesOf(path)) {
        at += `/${name}`;
        const known = folder.entries.get(name);
        if (known instanceof FolderNode) folder = known;
        else {
          folder = folder.add(name, new FolderNode());
          first ??= at;
        }
      }
      return first;
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do('rename', to, () => {
      const { folder, name } = this.#placeOf(from);
      const target = this.#placeOf(to);
      if (target.folder !== folder) throw new Error('Only renaming within a folder is known here.');
      folder.rename(name, target.name);
    });
  }

  remove(path: string): Promise<void> {
    return this.#do('remove', path, () => {
      const { folder, name } = this.#placeOf(path);
      folder.remove(name);
    });
  }

  syncFolder(path: string): Promise<void> {
    return this.#do('sync_folder', path, () => {
      const node = this.#find(path);
      if (!(node instanceof FolderNode)) throw failure('ENOENT', path);
      node.sync();
    });
  }

  #fileOf(node: FileNode, path: string): DiskFile {
    return {
      read: () => Promise.resolve(node.content),
      append: (bytes) =>
        this.#do('append', path, (room) => {
          const taken = bytes.subarray(0, room);
          node.append(taken);
          return taken.length;
        }),
      sync: () => this.#do('sync', path, () => node.sync()),
      cut: (length) =>
        this.#do('cut', path, () => {
          node.cut(length);
        }),
      close: () => Promise.resolve(),
    };
  }

  async #do<T>(operation: DiskOperation, path: string, effect: (room: number | undefined) => T): Promise<T> {
    await this.#moment();
    const done = effect(this.onOperation(operation, path));
    await this.#moment();
    return done;
  }

  async #moment(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (++this.moments === this.#cutAt) this.cutPower();
    if (this.isOff) await NEVER;
  }

  #find(path: string): FileNode | FolderNode | undefined {
    let node: FileNode | FolderNode | undefined = this.#root;
    for (const name of namesOf(path)) node = node instanceof FolderNode ? node.entries.get(name) : undefined;
    return node;
  }

  #placeOf(path: string): { readonly folder: FolderNode; readonly name: string } {
    const names = namesOf(path);
    const folder = this.#find(names.slice(0, -1).join('/'));
    if (!(folder instanceof FolderNode)) throw failure('ENOENT', path);
    return { folder, name: names.at(-1) ?? '' };
  }
}

const NEVER = new Promise<never>(() => undefined);

const namesOf = (path: string): readonly string[] => path.split(/[\\/]/).filter((name) => name !== '');

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });
