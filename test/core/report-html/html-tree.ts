/** Tags that have no end. */
const VOID: ReadonlySet<string> = new Set(['meta', 'br', 'col']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/g;

/**
 * What is wrong with a page: tags that do not close in order, a character that begins a tag and is none, an attribute
 * that could run or load something. Stricter than HTML, for pages that we write ourselves.
 */
export function faultsOf(page: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const rest = page
    .replace(/^<!doctype html>/, '')
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(TAG, (_tag, slash: string, name: string, attributes: string) => {
      if (/\s(on[a-z]*|src|href|action|data|srcset|formaction)=/.test(attributes))
        faults.push(`${name}${attributes}`);
      if (VOID.has(name)) return '';
      if (slash === '') open.push(name);
      else if (open.pop() !== name) faults.push(`</${name}> closes something else`);
      return '';
    });
  if (/[<>]/.test(rest)) faults.push(`a stray ${/.{0,20}[<>].{0,20}/.exec(rest)?.[0] ?? ''}`);
  return [...faults, ...open.map((name) => `<${name}> is never closed`)];
}

export const textOf = (page: string): string =>
  page
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
