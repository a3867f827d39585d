import { Menu, type MenuItemConstructorOptions } from 'electron';
import { MENU } from '../core/words/host.ts';

type Item = MenuItemConstructorOptions;

/**
 * The native menu. Its items are names of the window's commands; whether one can be done now the window knows.
 * Shortcuts are shown here and heard there, since a text field has its own meaning for some of them.
 */
export function installMenu(send: (command: string) => void): void {
  const command = (label: string, name: string, accelerator?: string): Item => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => send(name),
  });
  const line: Item = { type: 'separator' };
  const isMac = process.platform === 'darwin';
  const template: Item[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: MENU.file,
      submenu: [
        command(MENU.import, 'file.import', 'CmdOrCtrl+O'),
        command(MENU.importOptions, 'file.options'),
        command(MENU.sample, 'file.sample'),
        command(MENU.closeSheet, 'file.close', 'CmdOrCtrl+W'),
        line,
        {
          label: MENU.reports,
          submenu: [
            command(MENU.reportCsv, 'report.csv', 'CmdOrCtrl+S'),
            command(MENU.reportHtml, 'report.html', 'CmdOrCtrl+P'),
            command(MENU.reportFailed, 'report.failed'),
            command(MENU.reportJson, 'report.json'),
            line,
            command(MENU.reportCopy, 'report.copy'),
            command(MENU.reportShow, 'report.show'),
          ],
        },
        line,
        command(MENU.connections, 'view.connections'),
        command(MENU.settings, 'view.settings', 'CmdOrCtrl+,'),
        ...(isMac ? [] : [line, { role: 'quit' } as const]),
      ],
    },
    {
      label: MENU.edit,
      submenu: [
        command(MENU.undo, 'edit.undo', 'CmdOrCtrl+Z'),
        command(MENU.redo, 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        command(MENU.find, 'edit.find', 'CmdOrCtrl+F'),
        command(MENU.replace, 'edit.replace', 'CmdOrCtrl+H'),
        command(MENU.findNext, 'edit.find_next', 'F3'),
        command(MENU.findPrevious, 'edit.find_previous', 'Shift+F3'),
        command(MENU.filter, 'edit.filter', 'CmdOrCtrl+Shift+L'),
        command(MENU.findings, 'view.findings', 'CmdOrCtrl+Shift+F'),
        command(MENU.nextError, 'edit.next_error', 'F8'),
        command(MENU.excludeRow, 'row.exclude', 'CmdOrCtrl+Backspace'),
      ],
    },
    {
      label: MENU.sheet,
      submenu: [
        command(MENU.mapping, 'view.mapping', 'CmdOrCtrl+Shift+M'),
        line,
        command(MENU.dryRun, 'plan.make', 'CmdOrCtrl+Enter'),
        command(MENU.cancelDryRun, 'plan.cancel'),
        command(MENU.againFailed, 'plan.again_failed'),
        command(MENU.againConflicts, 'plan.again_conflicts'),
        command(MENU.againSelected, 'plan.again_selected'),
        line,
        command(MENU.apply, 'run.apply', 'CmdOrCtrl+Shift+Enter'),
        command(MENU.pause, 'run.pause'),
        command(MENU.resume, 'run.resume'),
        command(MENU.stop, 'run.stop'),
        command(MENU.abort, 'run.abort'),
      ],
    },
    {
      label: MENU.view,
      submenu: [
        command(MENU.history, 'view.history', 'CmdOrCtrl+Shift+H'),
        command(MENU.inspector, 'view.inspector', 'CmdOrCtrl+I'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { label: MENU.help, role: 'help', submenu: [{ role: 'about' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
