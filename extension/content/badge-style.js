/** How the badge looks: one line, 24 pixels, the page's own theme. */

export const BADGE_STYLE = `
:host { all: initial; position: absolute; z-index: 1; display: block; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.badge { display: flex; align-items: stretch; height: 24px; width: max-content; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); color: var(--ink); font: 12px/22px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; white-space: nowrap; letter-spacing: 0; overflow: hidden; }
button { all: unset; box-sizing: border-box; cursor: pointer; }
.open { display: inline-flex; align-items: stretch; }
.piece { display: inline-flex; align-items: center; gap: 4px; padding: 0 8px; }
.piece + .piece { border-left: 1px solid var(--line); }
.tier { font-weight: 600; background: var(--sunken); }
.fit b { font-weight: 650; }
.soft { color: var(--ink-soft); }
.niches { max-width: 240px; display: block; overflow: hidden; text-overflow: ellipsis; }
.bar { display: inline-flex; gap: 2px; margin: 0 2px; }
.bar i { width: 4px; height: 10px; border: 1px solid var(--line-strong); border-radius: 1px; }
.bar i.on { background: var(--accent); border-color: var(--accent); }
.save, .step { display: inline-flex; align-items: center; gap: 4px; padding: 0 8px; border-left: 1px solid var(--line); font-weight: 600; color: var(--accent); }
.save.saved { background: var(--accent); color: var(--accent-ink); border-left-color: var(--accent); }
.open:hover, .save:hover, .step:hover { background: var(--sunken); }
.save.saved:hover { background: var(--accent); filter: brightness(1.08); }
.open:hover .tier { background: var(--line); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: 5px; }
.save.saved:focus-visible { outline-color: var(--accent-ink); }
.notice { border-left: 1px solid var(--line); color: var(--ink-soft); }
.sentence { color: var(--ink-soft); }
.refused { display: block; max-width: 320px; overflow: hidden; text-overflow: ellipsis; border-left: 1px solid var(--line); }
.compact .refused { max-width: 150px; }
.still { width: 320px; background: var(--sunken); }
.compact .still { width: 96px; }
.sign { flex: none; width: 12px; height: 12px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (forced-colors: active) { .bar i.on { background: CanvasText; } }
@media print { :host { display: none; } }
`;
