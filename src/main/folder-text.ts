/** As long as a line of a list or menu has room for beside a name. */
const LONGEST = 48;

/**
 * The folder of a path as people know it: the home folder is `~`, and of a long one what is in the middle is left
 * out, since it is told apart by where it begins and where it ends.
 */
export function folderText(path: string, home: string, separator: '/' | '\\'): string {
  const at = path.lastIndexOf(separator);
  const folder = at <= 0 ? separator : path.slice(0, at);
  const isAtHome = folder === home || folder.startsWith(home + separator);
  const short = isAtHome ? `~${folder.slice(home.length)}` : folder;
  if (short.length <= LONGEST) return short;
  const parts = short.split(separator);
  const beginning = parts.slice(0, short.startsWith(separator) ? 2 : 1).join(separator);
  for (let from = 2; from < parts.length; from++) {
    const text = [beginning, '…', ...parts.slice(from)].join(separator);
    if (text.length <= LONGEST) return text;
  }
  return `…${short.slice(1 - LONGEST)}`;
}
