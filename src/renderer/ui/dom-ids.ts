/** Elements that commands move the focus to. */
export const SEARCH_ID = 'search';
export const SUMMARY_HEADING_ID = 'summary-heading';
