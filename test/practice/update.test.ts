import { describe, expect, it } from 'vitest';
import { ANNA, ask, BEN, errorOf, patch, startSmall } from './talking.ts';

describe('an update', () => {
  it.each(['billing_address', 'shipping_address'])(
    'of one part of %s leaves an address with that part and nothing else',
    async (field) => {
      const server = await startSmall();
      const { status, body } = await patch(server, ANNA.id, { [field]: { postal_code: '02139' } });
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: ANNA.id });
      expect(server.customer(ANNA.id)?.[field]).toStrictEqual({ postal_code: '02139' });
    },
  );

  it('replaces metadata whole', async () => {
    const server = await startSmall();
    await patch(server, ANNA.id, { metadata: { plan: 'team' } });
    expect(server.customer(ANNA.id)?.metadata).toStrictEqual({ plan: 'team' });
  });

  it('of default_payment_method is answered 200 and changes nothing', async () => {
    const server = await startSmall();
    const { status, body } = await patch(server, ANNA.id, { default_payment_method: 'pm_2' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ default_payment_method: 'pm_1' });
  });

  it('stores what is no e-mail', async () => {
    const server = await startSmall();
    const { status, body } = await patch(server, ANNA.id, { email: 'not an email' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ email: 'not an email' });
  });

  it('stores an empty e-mail', async () => {
    const server = await startSmall();
    const { body } = await patch(server, ANNA.id, { email: '' });
    expect(body).toMatchObject({ email: '' });
  });

  it.each<[string, { readonly [field: string]: string | null | { readonly line1: string } }]>([
    ['an e-mail of null', { email: null }],
    ['a word that is no boolean', { tax_exempt: 'maybe' }],
    ['a string for the billing address', { billing_address: '1 Main Street' }],
    ['a string for the shipping address', { shipping_address: '1 Main Street' }],
    ['U+0000 in a text', { name: 'Anna\u0000' }],
    ['U+0000 in an address', { billing_address: { line1: '1\u0000' } }],
  ])('with %s fails with 500 update_failed and changes nothing', async (_what, body) => {
    const server = await startSmall();
    const reply = await patch(server, ANNA.id, { description: 'changed', ...body });
    expect(reply.status).toBe(500);
    expect(errorOf(reply)['code']).toBe('update_failed');
    expect((await ask(server, `/customers/${ANNA.id}`)).body).toStrictEqual(ANNA);
  });

  it.each(['name', 'phone', 'description', 'billing_address', 'shipping_address'])(
    'of %s to null clears it',
    async (field) => {
      const server = await startSmall();
      const { status, body } = await patch(server, ANNA.id, { [field]: null });
      expect(status).toBe(200);
      expect(body).toHaveProperty(field, null);
    },
  );

  it('of tax_exempt to null makes it false', async () => {
    const server = await startSmall();
    expect((await patch(server, ANNA.id, { tax_exempt: null })).body).toMatchObject({ tax_exempt: false });
  });

  it('of metadata to null makes it empty', async () => {
    const server = await startSmall();
    expect((await patch(server, ANNA.id, { metadata: null })).body).toHaveProperty('metadata', {});
  });

  it('gives the keys of an object back in another order, also of an object inside', async () => {
    const server = await startSmall();
    const { text } = await patch(server, ANNA.id, {
      billing_address: { line1: 'a', city: 'b' },
      metadata: { outer: { zz: 1, a: 2 } },
    });
    expect(text).toContain('{"city":"b","line1":"a"}');
    expect(text).toContain('{"outer":{"a":2,"zz":1}}');
  });

  it('rounds numbers beyond 2^53 in metadata', async () => {
    const server = await startSmall();
    const { text } = await patch(server, ANNA.id, null, { body: '{"metadata":{"n":9007199254740993}}' });
    expect(text).toContain('{"n":9007199254740992}');
  });

  it('ignores tax_ids, id, object, created and keys nobody knows', async () => {
    const server = await startSmall();
    const { body } = await patch(server, ANNA.id, {
      id: BEN.id,
      object: 'x',
      created: 1,
      tax_ids: [],
      colour: 'red',
    });
    expect(body).toStrictEqual(ANNA);
  });

  it('to an e-mail another customer has is refused with 400 email_exists', async () => {
    const server = await startSmall();
    const reply = await patch(server, ANNA.id, { email: BEN.email, name: 'changed' });
    expect(reply.status).toBe(400);
    expect(errorOf(reply)).toMatchObject({ code: 'email_exists', param: 'email' });
    expect(server.customer(ANNA.id)).toMatchObject({ email: ANNA.email, name: ANNA.name });
  });

  it('to an e-mail that differs in case from another customer’s is made', async () => {
    const server = await startSmall();
    const { status } = await patch(server, ANNA.id, { email: 'BEN@fictional.example' });
    expect(status).toBe(200);
  });

  it('to an e-mail that its owner has just given up is made', async () => {
    const server = await startSmall();
    await patch(server, BEN.id, { email: 'other@fictional.example' });
    expect((await patch(server, ANNA.id, { email: BEN.email })).status).toBe(200);
  });

  it('is made again, with another body, under the same Idempotency-Key', async () => {
    const server = await startSmall();
    const headers = { 'idempotency-key': 'one' };
    await patch(server, ANNA.id, { name: 'first' }, { headers });
    expect((await patch(server, ANNA.id, { name: 'second' }, { headers })).body).toMatchObject({
      name: 'second',
    });
  });

  it('finds the customer by an id in capitals and answers with the stored id', async () => {
    const server = await startSmall();
    const { body } = await patch(server, ANNA.id.toUpperCase(), { name: 'found' });
    expect(body).toMatchObject({ id: ANNA.id, name: 'found' });
  });

  it('answers with everything that is documented, and reading by id answers the same', async () => {
    const server = await startSmall();
    const written = await patch(server, ANNA.id, {});
    expect(written.body).toStrictEqual(ANNA);
    expect((await ask(server, `/customers/${ANNA.id}`)).body).toStrictEqual(written.body);
  });
});
