import { safeStorage } from 'electron';
import type { KeyVault } from '../services/key-vault.ts';

/** What newer versions have beside the older, blocking functions. */
type AsyncSafeStorage = {
  readonly [name in 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync']?:
    | Electron.SafeStorage[name]
    | undefined;
};

const later: AsyncSafeStorage = safeStorage;

/** Keys in what the system keeps secrets with. */
export const systemVault: KeyVault = {
  canKeep: async () => {
    // SECURITY: `basic_text` is encrypted with a password that everybody knows: such a key is not kept.
    if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
      return false;
    if (later.isAsyncEncryptionAvailable) return await safeStorage.isAsyncEncryptionAvailable();
    // oxlint-disable-next-line typescript/no-deprecated -- the only one before Electron 45
    return safeStorage.isEncryptionAvailable();
  },
  seal: async (key) => {
    const sealed = later.encryptStringAsync
      ? await safeStorage.encryptStringAsync(key)
      : // oxlint-disable-next-line typescript/no-deprecated -- the only one before Electron 45
        safeStorage.encryptString(key);
    return sealed.toString('base64');
  },
  unseal: async (sealed) => {
    const bytes = Buffer.from(sealed, 'base64');
    try {
      if (later.decryptStringAsync) return (await safeStorage.decryptStringAsync(bytes)).result;
      // oxlint-disable-next-line typescript/no-deprecated -- the only one before Electron 45
      return safeStorage.decryptString(bytes);
    } catch {
      return undefined;
    }
  },
};
