/** Encrypts keys with what the system gives for it. A port: services know nothing of Electron. */
export interface KeyVault {
  /** Whether keys can be kept at all; if not, they live as long as the app runs. */
  canKeep(): Promise<boolean>;
  /** @returns ciphertext, as text */
  seal(key: string): Promise<string>;
  /** `undefined` where it can't be read here: another computer, another person, a keyring that is gone. */
  unseal(sealed: string): Promise<string | undefined>;
}
