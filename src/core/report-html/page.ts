import { html, type Markup } from './markup.ts';
import { STYLE } from './style.ts';

/**
 * SECURITY: the page runs nothing and loads nothing, also where a browser were to see markup in a customer's name. Its
 * style is its own and in it.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One file that shows the same wherever it is opened: nothing outside it is needed. */
export const page = (title: string, body: readonly Markup[]): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
