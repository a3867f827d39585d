import { create } from 'zustand';

/** Whether it is asked which rows about one customer are to be merged. */
export const useMerges = create<{ readonly isAsked: boolean }>(() => ({ isAsked: false }));

export const showMerges = (): void => useMerges.setState({ isAsked: true });

export const closeMerges = (): void => useMerges.setState({ isAsked: false });
