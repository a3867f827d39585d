export const APPROVAL = {
  title: 'Somebody approved this on paper?',
  label: 'Plan on the printed dry run',
  hint: 'Its fingerprint, or the first eight characters of it. Another plan is not applied.',
  unreadable: 'A fingerprint has digits and the letters a to f, at least eight of them.',
} as const;
