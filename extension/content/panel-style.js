/** How the panel looks: a calm column of 368 pixels. */

export const PANEL_STYLE = `
:host { all: initial; position: fixed; z-index: 2147483000; display: block; }
* { box-sizing: border-box; margin: 0; padding: 0; }
.panel { width: 368px; max-width: calc(100vw - 24px); max-height: var(--room, calc(100vh - 24px)); overflow-y: auto; overscroll-behavior: contain; background: var(--sheet); color: var(--ink); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--soft-shadow); font: 13px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; text-align: left; scrollbar-width: thin; }
.panel:focus { outline: none; }
header { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; justify-content: space-between; padding: 12px 12px 8px 20px; background: var(--sheet); }
header div { display: flex; gap: 8px; align-items: baseline; min-width: 0; }
.handle { font-weight: 600; font-size: 15px; }
.faint { color: var(--ink-faint); font-size: 12px; }
.soft { color: var(--ink-soft); }
section { padding: 16px 20px; border-top: 1px solid var(--line); }
.opening { border-top: 0; padding-top: 4px; }
h2 { font-size: 12px; line-height: 16px; font-weight: 600; color: var(--ink-soft); margin-bottom: 8px; }
ul { list-style: none; }
button, input, select, textarea { font: inherit; color: inherit; }
button { appearance: none; border: 0; background: none; cursor: pointer; text-align: left; }
.close { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 6px; color: var(--ink-soft); }
.close:hover { background: var(--sunken); color: var(--ink); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 6px; }
.score { display: flex; align-items: center; gap: 12px; }
.score > div { display: grid; flex: 1; font-size: 12px; line-height: 16px; }
.score .label { font-weight: 600; display: flex; gap: 4px; align-items: center; }
.big { font-size: 28px; line-height: 36px; font-weight: 600; letter-spacing: -0.02em; min-width: 36px; }
.tier { font-size: 12px; font-weight: 600; padding: 2px 8px; border-radius: 6px; background: var(--sunken); white-space: nowrap; }
.bar { display: inline-flex; gap: 2px; }
.bar i { width: 4px; height: 10px; border: 1px solid var(--line-strong); border-radius: 1px; }
.bar i.on { background: var(--accent); border-color: var(--accent); }
p.sentence { font-size: 15px; line-height: 22px; margin-top: 8px; text-wrap: pretty; }
.actions { margin-top: 12px; }
.save, .button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 32px; padding: 4px 16px; border-radius: 6px; border: 1px solid var(--accent); background: var(--accent); color: var(--accent-ink); font-weight: 600; margin-top: 0; }
.button { margin-top: 12px; }
.save:hover, .button:hover { filter: brightness(1.08); }
.save.saved, .button.second { background: var(--accent-soft); color: var(--accent); border-color: transparent; }
.refusal { margin-top: 8px; padding: 8px 12px; border-radius: 6px; background: var(--warn-soft); color: var(--warn); }
.rows li + li { margin-top: 4px; }
.row { display: grid; grid-template-columns: 1fr 72px 28px; gap: 0 12px; align-items: center; width: calc(100% + 16px); margin: 0 -8px; padding: 4px 8px; border-radius: 6px; }
button.row:hover { background: var(--sunken); }
.row .label { font-weight: 500; }
.row .value { text-align: right; font-weight: 600; }
.row .why { grid-column: 1 / -1; color: var(--ink-soft); font-size: 12px; line-height: 16px; }
.meter { height: 4px; border-radius: 2px; background: var(--sunken); overflow: hidden; }
.meter i { display: block; height: 100%; background: var(--accent); border-radius: 2px; }
.meter.none { background: none; border-top: 1px dashed var(--line-strong); height: 0; border-radius: 0; }
.quotes { margin: 4px 0 8px; padding-left: 12px; border-left: 2px solid var(--line); }
.quotes li + li { margin-top: 8px; }
.quotes q { display: block; quotes: none; line-height: 18px; }
.quotes .faint { display: block; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 3px; padding: 0 2px; }
.facets { display: grid; grid-template-columns: 56px 1fr; gap: 8px 12px; }
.facets dt { color: var(--ink-soft); font-size: 12px; line-height: 24px; }
.facets dd { display: flex; flex-wrap: wrap; gap: 4px; }
.facets .inside { width: 100%; }
.facets .inside:empty { display: none; }
.chip { height: 24px; padding: 0 8px; border-radius: 6px; background: var(--sunken); font-size: 12px; line-height: 24px; font-weight: 500; }
.chip:hover { background: var(--line); }
.chip[aria-expanded="true"] { background: var(--accent); color: var(--accent-ink); }
.strip { display: grid; grid-template-columns: repeat(12, 1fr); gap: 4px; }
.tile { display: grid; place-items: center; height: 32px; border: 1px solid var(--line); border-radius: 6px; color: var(--ink-soft); }
.tile:hover { background: var(--sunken); }
.tile[aria-expanded="true"] { border-color: var(--ink); color: var(--ink); }
.tile.organic_brand { color: var(--accent); }
.tile.paid, .tile.gifted, .tile.affiliate { color: var(--warn); }
.tile.none { color: var(--ink-faint); }
.key { display: flex; flex-wrap: wrap; gap: 4px 12px; margin-top: 8px; font-size: 12px; color: var(--ink-soft); }
.key li { display: inline-flex; gap: 4px; align-items: center; }
.key b { color: var(--ink); font-weight: 600; }
.post { margin-top: 8px; padding: 8px 12px; background: var(--paper); border-radius: 6px; }
.post .quotes { margin-bottom: 0; }
.caption { margin-top: 4px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden; }
.numbers { display: grid; grid-template-columns: 112px 1fr; gap: 4px 12px; }
.numbers dt { color: var(--ink-soft); }
.numbers dd b { font-weight: 600; margin-right: 8px; }
.numbers dd span { font-size: 12px; }
.field { display: grid; grid-template-columns: 80px 1fr; gap: 12px; align-items: start; margin-top: 8px; }
.field > span { color: var(--ink-soft); line-height: 32px; }
input, select, textarea { width: 100%; min-height: 32px; padding: 4px 8px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--sheet); }
textarea { resize: vertical; min-height: 64px; line-height: 18px; padding: 8px; }
::placeholder { color: var(--ink-faint); opacity: 1; }
.sign { flex: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (prefers-reduced-motion: no-preference) { .chip, .tile, .row, .save, .button { transition: background 100ms; } }
@media (forced-colors: active) { .meter i, .bar i.on { background: CanvasText; } }
@media print { :host { display: none; } }
`;
