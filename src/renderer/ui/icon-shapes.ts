/** Every icon, drawn for this app on a 16 by 16 grid: lines that are stroked, and areas that are filled. */
interface IconShape {
  readonly line: string;
  readonly area?: string;
}

const RING = 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z';
const BROKEN_RING =
  'M3.2 5.3a5.5 5.5 0 0 1 2.1-2.1M10.7 3.2a5.5 5.5 0 0 1 2.1 2.1M12.8 10.7a5.5 5.5 0 0 1-2.1 2.1M5.3 12.8a5.5 5.5 0 0 1-2.1-2.1';
const OCTAGON = 'M5.7 2.5h4.6l3.2 3.2v4.6l-3.2 3.2H5.7l-3.2-3.2V5.7z';

export const ICON_SHAPES = {
  // What can be done
  import: { line: 'M8 2.5v7M5.25 6.75L8 9.5l2.75-2.75M2.75 10.5v2.75h10.5V10.5' },
  mapping: { line: 'M2.5 3.5h3.25v9H2.5zM10.25 3.5h3.25v9h-3.25zM5.75 6h4.5M5.75 10h4.5' },
  dry_run: {
    line: 'M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8zM6.25 8a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0z',
  },
  apply: { line: 'M13.5 2.5L8.75 13.5 6.75 9.25 2.5 7.25zM13.5 2.5L6.75 9.25' },
  pause: { line: 'M5.75 3.75v8.5M10.25 3.75v8.5' },
  resume: { line: 'M5.25 3.5v9L12.5 8z' },
  stop: { line: 'M4 4h8v8H4z' },
  undo: { line: 'M5.5 3L2.5 6l3 3M2.75 6h6.5a3.5 3.5 0 0 1 0 7H6.5' },
  redo: { line: 'M10.5 3l3 3-3 3M13.25 6h-6.5a3.5 3.5 0 0 0 0 7H9.5' },
  report: { line: 'M4 2.5h5.25L12 5.25v8.25H4zM9.25 2.5v2.75H12M6 8.25h4M6 10.75h4' },
  filter: { line: 'M2.5 3.25h11L9.5 8.5v3.25l-3 1.5V8.5z' },
  history: { line: 'M2.9 6A5.5 5.5 0 1 1 2.5 8.6M2.5 3v3.25h3.25M8 5v3.25l2.25 1.5' },
  again: { line: 'M13.1 6A5.5 5.5 0 1 0 13.5 8.6M13.5 3v3.25h-3.25' },
  search: { line: 'M2.75 7a4.25 4.25 0 1 0 8.5 0a4.25 4.25 0 1 0-8.5 0zM10.1 10.1l3.4 3.4' },
  close: { line: 'M4.25 4.25l7.5 7.5M11.75 4.25l-7.5 7.5' },
  copy: { line: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3' },
  remove: { line: 'M3 4.5h10M6.25 4.5v-2h3.5v2M4.25 4.5l.5 9h6.5l.5-9M6.75 7v4M9.25 7v4' },
  add: { line: 'M8 3v10M3 8h10' },
  summary: { line: 'M3 12.75h10M4.25 10.5V7.75M8 10.5v-7M11.75 10.5V5.5' },
  settings: {
    line: 'M2.5 4.75h5.25M11.25 4.75h2.25M7.75 4.75a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0zM2.5 11.25h2.25M8.25 11.25h5.25M4.75 11.25a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0z',
  },
  inspector: { line: 'M2.5 3.5h11v9h-11zM9.75 3.5v9' },
  paste: { line: 'M5.75 3.5H3.5v10h9v-10h-2.25M5.75 2.5h4.5v2.25h-4.5zM6 8h4M6 10.5h4' },
  open_menu: { line: 'M4.5 6.5L8 10l3.5-3.5' },
  up: { line: 'M8 12.5v-9M4.75 6.5L8 3.25l3.25 3.25' },
  down: { line: 'M8 3.5v9M4.75 9.5L8 12.75 11.25 9.5' },
  arrow: { line: 'M3 8h10M9.5 4.5L13 8l-3.5 3.5' },
  leave_out: { line: 'M2.5 4h11M2.5 8h5M2.5 12h5M10 10h4' },
  take_in: { line: 'M2.5 4h11M2.5 8h5M2.5 12h5M10 10h4M12 8v4' },
  // What things are
  sheet: { line: 'M2.5 3h11v10h-11zM2.5 6.25h11M2.5 9.5h11M6.25 6.25V13' },
  key: { line: 'M2.5 10.25a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0-5.5 0zM7.25 8.25l5-5M10.25 5.25l2 2' },
  lock: { line: 'M3.75 7.25h8.5v6h-8.5zM5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25' },
  check_value: {
    line: 'M8 2.25l4.75 1.75v3.5c0 3-2 5.25-4.75 6.25C5.25 12.75 3.25 10.5 3.25 7.5V4zM6 7.9l1.5 1.5 2.6-2.9',
  },
  live: { line: 'M9 1.75L3.5 9h4L7 14.25 12.5 7h-4z', area: 'M9 1.75L3.5 9h4L7 14.25 12.5 7h-4z' },
  test: {
    line: 'M6 2.5h4M6.75 2.5v4L3.4 12.3c-.3.6 0 1.2.7 1.2h7.8c.7 0 1-.6.7-1.2L9.25 6.5v-4M5.25 10h5.5',
  },
  unplugged: {
    line: 'M2.5 13.5l2.25-2.25M5.5 6.5l4 4-1 1a2.83 2.83 0 0 1-4-4zM13.5 2.5l-2.25 2.25M10.5 9.5l-4-4 1-1a2.83 2.83 0 0 1 4 4z',
  },
  info: { line: `${RING}M8 7.5v3.25M8 5.2v.1` },
  warning: { line: 'M8 2.75l5.9 10.25H2.1zM8 6.5v3M8 11.3v.1' },
  // What became of a row
  invalid: { line: `${RING}M8 5v3.5M8 10.8v.1` },
  ready: { line: RING },
  excluded: { line: `${RING}M5.5 8h5` },
  update: { line: `${RING}M5.25 8h5.25M8.5 5.75L10.75 8 8.5 10.25` },
  unchanged: { line: 'M4.5 6.25h7M4.5 9.75h7' },
  not_found: {
    line: 'M2.75 7a4.25 4.25 0 1 0 8.5 0a4.25 4.25 0 1 0-8.5 0zM10.1 10.1l3.4 3.4M5.6 5.6l2.8 2.8M8.4 5.6L5.6 8.4',
  },
  blocked: { line: `${RING}M4.25 4.25l7.5 7.5` },
  unread: { line: `${BROKEN_RING}M6.5 6.3a1.55 1.55 0 1 1 2.2 1.4c-.5.25-.7.5-.7 1M8 10.8v.1` },
  stale: { line: 'M10.75 3l2.25 2.25-7.25 7.25L3 13l.5-2.75zM9.25 4.5l2.25 2.25' },
  queued: { line: `${RING}M8 5v3.1l2 1.4` },
  sending: { line: `${RING}M8 10.75v-5M5.75 7.5L8 5.25l2.25 2.25` },
  applied: { line: `${RING}M5.4 8.2l1.8 1.8 3.4-3.8` },
  partly_applied: { line: RING, area: 'M8 2.5a5.5 5.5 0 0 1 0 11z' },
  not_applied: { line: `${BROKEN_RING}M6 6l4 4M10 6l-4 4` },
  already_so: { line: 'M1.75 8.5l2.75 2.75 5-6M7.75 10.25l1 1 5-6' },
  conflict: { line: 'M2.75 5.5h8M8.25 3l2.5 2.5-2.5 2.5M13.25 10.5h-8M7.75 8l-2.5 2.5 2.5 2.5' },
  rejected: { line: `${OCTAGON}M6 6l4 4M10 6l-4 4` },
  failed: { line: `${RING}M6 6l4 4M10 6l-4 4` },
  unknown: { line: `${RING}M6.4 6.3a1.6 1.6 0 1 1 2.3 1.45c-.5.25-.7.5-.7 1.05M8 11v.1` },
  not_attempted: { line: `${BROKEN_RING}M5.5 8h5` },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof ICON_SHAPES;

export const iconShape = (name: IconName): IconShape => ICON_SHAPES[name];
