import type { JsonValue } from './json.ts';

/** A request about one customer, as it is or was sent. */
export interface RequestShown {
  readonly method: 'PATCH';
  /** Below the base URL, as it goes over the wire. */
  readonly path: string;
  readonly body: JsonValue;
}

/** The path under which one customer is read and written. */
export const customerPath = (id: string): string => `/customers/${encodeURIComponent(id.toWellFormed())}`;

/** For people: the request's line and its body. */
export const requestText = ({ method, path, body }: RequestShown): string =>
  `${method} ${path}\n\n${JSON.stringify(body, null, 2)}\n`;

/** The variable that stands for the key, which is never part of a command. */
const KEY_VARIABLE = 'ATLAS_KEY';

/**
 * The same request as a command for a POSIX shell. SECURITY: the key is never in it, and whatever the customer's data
 * is, the shell and the terminal that it is pasted into see nothing but text.
 */
export function curlCommand({ method, path, body }: RequestShown, baseUrl: string): string {
  return [
    `curl --globoff --request ${method} ${quotedForShell(`${baseUrl}${path}`)}`,
    `--header "Authorization: Bearer $${KEY_VARIABLE}"`,
    `--header 'Content-Type: application/json'`,
    // Unlike --data it does not take a leading @ for the name of a file.
    `--data-raw ${quotedForShell(terminalSafe(JSON.stringify(body)))}`,
  ].join(' \\\n  ');
}

/** Nothing in single quotes means anything to a shell, but their end; not even the `!` of an interactive one. */
const quotedForShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * What a terminal could take for a key or a command, or show in another order than it stands, as an escape of JSON:
 * the same value in other letters. JSON has escaped line ends and other old control characters already.
 */
const terminalSafe = (json: string): string =>
  json.replaceAll(
    /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu,
    (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'),
  );
