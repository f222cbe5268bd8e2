/**
 * The styles of the pages of campaigns. A status has the pattern that charts give it, beside its
 * label: the colour never carries it alone.
 */

/** The stylesheet, after that of all pages. */
export const campaignStyle = `
h3 { font-size: 1.05rem; margin: 1.25rem 0 .35rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.trail ol { display: flex; flex-wrap: wrap; gap: 0 .5rem; list-style: none; margin: .75rem 0 0; padding: 0; font-size: .95rem; }
.trail li + li::before { content: "›"; margin-right: .5rem; }
.pages ul { gap: .25rem 1.25rem; margin: 1rem 0; }
@media (max-width: 40rem) {
  dl { grid-template-columns: minmax(0, 1fr); }
  dd { padding-left: 1rem; }
}
.compact { width: auto; }
.compact th, .compact td { padding-right: 1.5rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.alert { border: 2px solid var(--alert); border-left-width: .5rem; padding: .25rem 1rem; margin: 1rem 0; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: end; margin: 1rem 0; }
.filters p, .choice { margin: 0; }
.filters p:not(.actions) { display: grid; min-width: 0; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; }
main button { white-space: normal; }
label { font-weight: 600; }
input, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--ink);
  border-radius: .25rem; padding: .3rem .5rem; max-width: 100%; min-height: 2.4rem; }
.choice { display: flex; gap: .6rem; align-items: center; padding: .25rem 0; min-height: 2rem; }
.choice label { font-weight: 400; }
.scroll { position: relative; }
.choice input { flex: none; align-self: center; width: 1.1rem; height: 1.1rem; min-height: 0; margin: 0; accent-color: var(--accent); }
fieldset { border: 1px solid var(--line); border-radius: .25rem; margin: 1rem 0; padding: .5rem 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .35rem; }
.danger { background: var(--alert); border-color: var(--alert); }
progress { width: min(24rem, 100%); height: 1rem; accent-color: var(--accent); }
figure { margin: 1rem 0 1.5rem; }
.chart { border: 1px solid var(--line); background: #fff; }
.chart svg { display: block; width: 100%; min-width: 40rem; max-width: 60rem; height: auto; }
figcaption { margin-top: .35rem; }
summary { cursor: pointer; }
.mails { list-style: none; padding: 0; }
.group th { padding-top: 1rem; border-bottom: 2px solid var(--accent); }
.group a { font-weight: 400; margin-left: .75rem; }
tbody th { font-weight: 600; }
.tag { display: inline-flex; gap: .45rem; align-items: baseline; }
.swatch { flex: none; display: inline-block; width: 1.35em; height: .9em; border: 1px solid var(--swatch-ink);
  background-color: var(--swatch-ground); forced-color-adjust: none; }
.swatch-not-planned { --swatch-ink: #6b5000; --swatch-ground: #ffe9a8; }
.swatch-planned, .swatch-held, .swatch-closing { --swatch-ink: #0b4a8f; --swatch-ground: #c3dcf9; }
.swatch-closed { --swatch-ink: #14602b; --swatch-ground: #c2e8ca; }
.swatch-deleted { --swatch-ink: #8f1d12; --swatch-ground: #fbd0c9; }
.swatch-planned { background-image: repeating-linear-gradient(135deg, var(--swatch-ink) 0 1.5px, transparent 1.5px 5px); }
.swatch-held { background-image: radial-gradient(var(--swatch-ink) 1.2px, transparent 1.6px); background-size: 5px 5px; }
.swatch-closing { background-image: linear-gradient(var(--swatch-ink) 1px, transparent 1px), linear-gradient(90deg, var(--swatch-ink) 1px, transparent 1px); background-size: 5px 5px; }
.swatch-closed { background-image: repeating-linear-gradient(45deg, var(--swatch-ink) 0 1.5px, transparent 1.5px 5px); }
.swatch-deleted { background-image: repeating-linear-gradient(0deg, var(--swatch-ink) 0 1.5px, transparent 1.5px 5px); }
`
