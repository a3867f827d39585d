import type { ElectronApplication, Page } from 'playwright-core';

/** Puts a text on the system's clipboard, as another program would. */
export const writeClipboard = (app: ElectronApplication, text: string): Promise<void> =>
  app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);

/** What another program that takes text would paste. */
export const readClipboard = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

/** What one that takes tables would paste: seen by pasting it, into wherever the keyboard is. */
export const pastedHtml = async (page: Page): Promise<string> => {
  const html = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener(
          'paste',
          ({ clipboardData }) => resolve(clipboardData?.getData('text/html') ?? ''),
          { once: true, capture: true },
        );
      }),
  );
  await page.keyboard.press('ControlOrMeta+v');
  return await html;
};
