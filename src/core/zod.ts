import { config } from 'zod';

/**
 * The one place that configures zod: the window's CSP forbids `new Function`, which zod would probe for.
 * Everybody imports `z` from here, so the setting is made before the first schema exists.
 */
config({ jitless: true });

export { z } from 'zod';
