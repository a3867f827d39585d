/** Three rows: one as it should be, one with an error, one with nothing to write. */
export const ANNA = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60';
export const BEN = '7f3f53b6-1111-4222-8333-444455556666';
export const CLEO = '8a4f53b6-2222-4222-8333-444455556666';
export const EMAIL = 1;
export const PHONE = 2;

export const TEXT = [
  'customer_id,new email,phone',
  `${ANNA},anna@fictional.example,+16175550110`,
  `${BEN},no-email,+16175550119`,
  `${CLEO},,`,
].join('\n');
