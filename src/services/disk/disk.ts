/**
 * What the program asks of a disk where it must be right after a power cut. A port, so that tests can have one
 * that fills up, fails, and forgets whatever was never synced.
 */
export interface Disk {
  /** Opens for reading and appending, and makes the file where it is missing: its entry is not durable yet. */
  open(path: string): Promise<DiskFile>;
  /** Makes a file; rejects where there is one. Its entry is not durable yet. */
  create(path: string): Promise<DiskFile>;
  readFile(path: string): Promise<Buffer>;
  /** Names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * Makes a folder that only its owner can look into, and those above it that are missing; not durable yet.
   *
   * @returns the topmost one that was made; `undefined` where all were there
   */
  makeFolders(path: string): Promise<string | undefined>;
  /** Replaces what is there; not durable yet. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is missing is fine. */
  remove(path: string): Promise<void>;
  /** Returns when a folder's entries are durable: what was made, renamed and removed in it. */
  syncFolder(path: string): Promise<void>;
}

/** A file that is only ever appended to. Interrupted calls (EINTR) are the implementation's to repeat. */
export interface DiskFile {
  read(): Promise<Buffer>;
  /** Appends what there is room for. @returns how many bytes were taken, which may be fewer than given */
  append(bytes: Uint8Array): Promise<number>;
  /** Returns when everything appended is on the disk. What fails here is lost for good, whatever a second try says. */
  sync(): Promise<void>;
  /** Cuts the file off after so many bytes; returns when that is on the disk. */
  cut(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** Appends all of it. Where it rejects, a part may be in the file. */
export async function appendAll(file: DiskFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const taken = await file.append(bytes.subarray(at));
    if (taken <= 0) throw new Error('The disk takes no more bytes.');
    at += taken;
  }
}
