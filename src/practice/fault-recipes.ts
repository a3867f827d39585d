import type { RetryAfter, ScriptedAnswer } from './faults.ts';

/** The faults that real services and the proxies before them show most, ready to be put into a rule. */

export const serverError: ScriptedAnswer = {
  kind: 'answer',
  status: 500,
  json: { error: { code: 'internal_error', message: 'An unexpected error occurred' } },
};

/** The worst kind: it says it failed, and it did not. */
export const serverErrorAfterCommit: ScriptedAnswer = { ...serverError, commits: true };

export const badGateway: ScriptedAnswer = {
  kind: 'answer',
  status: 502,
  text: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
};

export const unavailable: ScriptedAnswer = {
  kind: 'answer',
  status: 503,
  json: { error: { code: 'unavailable', message: 'Service temporarily unavailable' } },
};

export function tooManyRequests(retryAfter?: RetryAfter): ScriptedAnswer {
  return {
    kind: 'answer',
    status: 429,
    json: { error: { code: 'rate_limit_exceeded', message: 'Too many requests' } },
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

export function redirect(location: string): ScriptedAnswer {
  return { kind: 'answer', status: 302, headers: { location } };
}

/** A captive portal or a maintenance page: status 200, and not the service at all. */
export const htmlPage: ScriptedAnswer = {
  kind: 'answer',
  status: 200,
  text: '<!doctype html><title>Sign in</title><p>Please sign in to the network.</p>',
};

/** JSON with status 200 that is no customer. The update is made. */
export const wrongShape: ScriptedAnswer = {
  kind: 'answer',
  status: 200,
  json: { object: 'customer', data: { id: 42 } },
  commits: true,
};
