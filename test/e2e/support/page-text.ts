/** Evaluated in the page: its elements, what is typed in them, and every text that its globals hold. */
export function textOfPage(): string {
  const texts: string[] = [document.documentElement.outerHTML];
  for (const field of document.querySelectorAll('input, textarea'))
    texts.push((field as HTMLInputElement).value);
  const seen = new Set<unknown>();
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null || seen.has(value) || depth > 6) return;
    seen.add(value);
    for (const key of Object.getOwnPropertyNames(value)) {
      try {
        walk((value as Record<string, unknown>)[key], depth + 1);
      } catch {
        // A property that can't be read holds nothing that could be shown.
      }
    }
  };
  walk(globalThis, 0);
  return texts.join('\n');
}
