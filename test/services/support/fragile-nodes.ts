/** What a fragile disk consists of: each node knows what is durable of it and what is not yet. */

interface Write {
  readonly at: number;
  readonly bytes: Buffer;
}

/** Writes reach the disk in pieces of this many bytes, each by itself. */
const PIECE_BYTES = 64;

export class FileNode {
  #durable: Buffer;
  #unsynced: Write[] = [];

  constructor(durable: Buffer = Buffer.alloc(0)) {
    this.#durable = durable;
  }

  get content(): Buffer {
    return written(this.#durable, this.#unsynced);
  }

  append(bytes: Uint8Array): void {
    this.#unsynced.push({ at: this.content.length, bytes: Buffer.from(bytes) });
  }

  sync(): void {
    this.#durable = this.content;
    this.#unsynced = [];
  }

  /** Durable at once, together with everything before it. */
  cut(length: number): void {
    this.#durable = this.content.subarray(0, length);
    this.#unsynced = [];
  }

  afterCut(random: () => number): FileNode {
    const isKept = keeper(random);
    const pieces = this.#unsynced.flatMap(piecesOf).filter(isKept);
    const last = pieces.at(-1);
    if (!last || random() < 0.5) return new FileNode(written(this.#durable, pieces));
    const torn = { ...last, bytes: last.bytes.subarray(0, Math.floor(random() * last.bytes.length)) };
    return new FileNode(written(this.#durable, [...pieces.slice(0, -1), torn]));
  }
}

function piecesOf({ at, bytes }: Write): readonly Write[] {
  const pieces: Write[] = [];
  for (let from = 0; from < bytes.length; from += PIECE_BYTES)
    pieces.push({ at: at + from, bytes: bytes.subarray(from, from + PIECE_BYTES) });
  return pieces;
}

/** Zeros fill what was not written. */
function written(durable: Buffer, writes: readonly Write[]): Buffer {
  const length = Math.max(durable.length, ...writes.map(({ at, bytes }) => at + bytes.length));
  const content = Buffer.alloc(length);
  durable.copy(content);
  for (const { at, bytes } of writes) bytes.copy(content, at);
  return content;
}

/** How much of what was not synced survives differs from cut to cut: nothing, all, or any of it. */
function keeper(random: () => number): () => boolean {
  const share = [0, 0.3, 0.7, 1][Math.floor(random() * 4)] ?? 0;
  return () => random() < share;
}

type Node = FileNode | FolderNode;
type Entries = Map<string, Node>;

export class FolderNode {
  readonly entries: Entries = new Map();
  #durable: Entries = new Map();
  #unsynced: ((entries: Entries) => void)[] = [];

  add<N extends Node>(name: string, node: N): N {
    this.#change((entries) => entries.set(name, node));
    return node;
  }

  remove(name: string): void {
    this.#change((entries) => entries.delete(name));
  }

  rename(from: string, to: string): void {
    const node = this.entries.get(from);
    if (!node) throw new Error(`ENOENT: ${from}`);
    this.#change((entries) => {
      entries.delete(from);
      entries.set(to, node);
    });
  }

  sync(): void {
    this.#durable = new Map(this.entries);
    this.#unsynced = [];
  }

  afterCut(random: () => number): FolderNode {
    const isKept = keeper(random);
    const entries = new Map(this.#durable);
    for (const change of this.#unsynced.filter(isKept)) change(entries);
    const after = new FolderNode();
    for (const [name, node] of entries) after.add(name, node.afterCut(random));
    after.sync();
    return after;
  }

  #change(change: (entries: Entries) => void): void {
    change(this.entries);
    this.#unsynced.push(change);
  }
}
