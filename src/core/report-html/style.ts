/**
 * For paper first: black on white, A4 and Letter alike, since widths are shares of the page. What colour says is said in
 * words too. Table heads come again on every page, and no customer is torn over two.
 */
export const STYLE = `
:root{color-scheme:light;--line:#c9ced8;--soft:#f3f5f8;--quiet:#566070}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px;max-width:1000px;background:#fff;color:#1a1d24;font:13px/1.45 system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
h1{margin:0;font-size:24px;line-height:1.25}
h2{margin:28px 0 8px;font-size:16px;break-after:avoid}
p{margin:4px 0}
.top{display:flex;justify-content:space-between;align-items:flex-start;gap:16px;padding-bottom:12px;border-bottom:2px solid #1a1d24}
.top .file{margin-top:2px;font-size:15px;overflow-wrap:anywhere}
.mode{padding:4px 12px;border:2px solid currentColor;border-radius:6px;font-size:15px;font-weight:700;white-space:nowrap}
.live{color:#b4103f}.test{color:#0b6165}
.quiet{color:var(--quiet)}
.note{margin-top:12px;padding:8px 12px;border-left:4px solid #1a1d24;background:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 20px;margin:14px 0 0}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
code{font:12px/1.5 ui-monospace,"Cascadia Mono","Liberation Mono","DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
code b{font-size:15px}
table{width:100%;border-collapse:collapse}
th,td{padding:4px 8px;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead{display:table-header-group}
thead th{border-bottom:2px solid #1a1d24;font-weight:600}
thead .about th{padding:0 8px 6px;border-bottom:0;color:var(--quiet);font-size:11px;font-weight:400}
.n{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.sums{width:auto;min-width:55%}
.sums th{min-width:220px}
.rows{table-layout:fixed}
.rows tbody{break-inside:avoid;border-bottom:1px solid #1a1d24}
.rows td,.rows th{overflow-wrap:anywhere}
.v{white-space:pre-wrap;unicode-bidi:isolate}
.was{color:var(--quiet)}
.new{font-weight:600}
.none{font-style:italic;color:var(--quiet)}
.cleared{font-style:italic;font-weight:600}
.who{display:block;font-weight:600}
.id{display:block;color:var(--quiet);font-size:11px}
.say{display:block}
.say::before{content:"! ";font-weight:700}
.tone-good{color:#0f5f35}.tone-bad{color:#a8231e}.tone-attention{color:#7a4900}
.state{font-weight:600}
ul{margin:4px 0;padding-inline-start:20px}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:28px 32px;margin-top:12px;break-inside:avoid}
.sign{padding-top:34px;border-bottom:1px solid #1a1d24}
.sign+small{display:block}
.who-signs{break-inside:avoid}
.who-signs small{color:var(--quiet)}
.who-signs div{height:34px;border-bottom:1px solid #1a1d24}
@media screen{.piece{content-visibility:auto;contain-intrinsic-size:auto 9000px}}
@page{margin:14mm 13mm 16mm}
@media print{
body{max-width:none;padding:0;font-size:10.5px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{font-size:19px}h2{font-size:13.5px}
code{font-size:10px}code b{font-size:12.5px}
th,td{padding:3px 6px}
.id,thead .about th{font-size:9px}
.facts,.note,.sums tr,li{break-inside:avoid}
}
`;
