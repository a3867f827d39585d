import { themeQuartz } from 'ag-grid-community';

export const ROW_HEIGHT = 32;

/** The grid in the colours and sizes of the rest of the window (styles/tokens.css), light and dark alike. */
export const gridTheme = themeQuartz.withParams({
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  browserColorScheme: 'inherit',
  accentColor: 'var(--accent)',
  borderColor: 'var(--line)',
  fontFamily: 'var(--font)',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  headerBackgroundColor: 'var(--surface)',
  headerTextColor: 'var(--text)',
  headerHeight: 48,
  rowHeight: ROW_HEIGHT,
  cellHorizontalPadding: 12,
  rowHoverColor: 'var(--hover)',
  rowBorder: { color: 'var(--line-soft)' },
  columnBorder: { color: 'var(--line-soft)' },
  headerColumnBorder: false,
  headerRowBorder: { color: 'var(--line)' },
  headerColumnResizeHandleColor: 'transparent',
  headerColumnResizeHandleHeight: '50%',
  pinnedColumnBorder: { color: 'var(--line)' },
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 4,
  cellEditingShadow: 'none',
  cellEditingBorder: { color: 'var(--accent)', width: 2 },
  focusShadow: 'none',
  tooltipBackgroundColor: 'var(--tip)',
  tooltipTextColor: 'var(--tip-text)',
  tooltipBorder: false,
});
