/** How a dry run reads, unless a person says otherwise. */
export const DRY_RUN_SETTINGS = { readTries: 5, concurrency: 4 } as const;
