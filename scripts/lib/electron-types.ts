/** An Electron that can be started. */
export interface ElectronRuntime {
  readonly executablePath: string;
  readonly version: string;
  /** `official` is the version that is shipped; `stand-in` another one, for tests and development only. */
  readonly kind: 'official' | 'stand-in';
  /** Why it is this one, for a person. */
  readonly why: string;
}

/** No Electron can be had here. The message is for a person and says what to do. */
export class ElectronNotFound extends Error {
  override readonly name = 'ElectronNotFound';
}
