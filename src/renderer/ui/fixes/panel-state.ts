import { create } from 'zustand';

/** Whether the findings are listed by kind below the grid. */
export const useFindings = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const toggleFindings = (): void => useFindings.setState(({ isOpen }) => ({ isOpen: !isOpen }));
