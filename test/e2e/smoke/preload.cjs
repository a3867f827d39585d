const { contextBridge } = require('electron');

contextBridge.exposeInMainWorld('smoke', {
  isSandboxed: () => process.sandboxed,
});
