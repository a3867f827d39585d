/** `failed`: rows that did not succeed, as a sheet to import again. `html`: to print; before a run, for approval. */
export const REPORT_KINDS = ['csv', 'failed', 'json', 'html'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
