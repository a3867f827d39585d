/** Elements that commands move the focus to. */
export const SEARCH_ID = 'search';
