/** A dialog is about one thing: while one is open, no command of the window around it counts. */
export const isInDialog = (): boolean => document.querySelector('dialog[open]') !== null;
