import { type Answer, jsonAnswer } from './answer.ts';

/**
 * Every way the service refuses, in its own shape:
 * `{"error":{"code","message"[,"type","param","request_id","doc_url"]}}`.
 * The optional keys are really optional here: some refusals carry them and others don't.
 */
interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly type?: string;
  readonly param?: string;
  readonly isDocumented?: boolean;
  readonly namesRequest?: boolean;
}

const REFUSALS = {
  unauthorized: {
    status: 401,
    message: 'Invalid API key provided',
    type: 'authentication_error',
    isDocumented: true,
  },
  may_not_read: { status: 403, message: 'This API key may not read customers', type: 'permission_error' },
  may_not_write: { status: 403, message: 'This API key may not update customers', type: 'permission_error' },
  not_found: {
    status: 404,
    message: 'Customer not found',
    type: 'invalid_request_error',
    param: 'customer_id',
  },
  unknown_path: { status: 404, message: 'No such resource' },
  method_not_allowed: { status: 405, message: 'Method not allowed' },
  email_exists: {
    status: 400,
    message: 'A customer with this email already exists',
    type: 'invalid_request_error',
    param: 'email',
    isDocumented: true,
    namesRequest: true,
  },
  rate_limit_exceeded: {
    status: 429,
    message: 'Too many requests',
    type: 'rate_limit_error',
    isDocumented: true,
  },
  update_failed: { status: 500, message: 'Failed to update customer', type: 'api_error', namesRequest: true },
  internal_error: {
    status: 500,
    message: 'An unexpected error occurred',
    type: 'api_error',
    namesRequest: true,
  },
} as const satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof REFUSALS;

/** As the service calls it, where that is less exact. */
const SENT_CODES: { readonly [code in RefusalCode]?: string } = {
  unknown_path: 'not_found',
  may_not_read: 'forbidden',
  may_not_write: 'forbidden',
};

export function refuse(code: RefusalCode, requestId: string): Answer {
  const refusal: Refusal = REFUSALS[code];
  const { status, message, type, param } = refusal;
  return jsonAnswer(status, {
    error: {
      code: SENT_CODES[code] ?? code,
      message,
      ...(type !== undefined && { type }),
      ...(param !== undefined && { param }),
      ...(refusal.namesRequest === true && { request_id: requestId }),
      ...(refusal.isDocumented === true && { doc_url: `https://docs.atlas.example/errors/${code}` }),
    },
  });
}
