/** The styles of the pages of exam missions; no state is told by its colour alone. */

/** The stylesheet, after those of all pages and of campaigns. */
export const examMissionsStyle = `
.exam-head { border-bottom: 1px solid var(--line); padding-bottom: .75rem; }
.enlarging { margin: .25rem 0; }
body:has(#enlarged:checked) > header, body:has(#enlarged:checked) > .exam-head { display: none; }
.band { font-weight: 700; margin: .75rem 0 .5rem; overflow-wrap: anywhere; }
.activities { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; align-items: start; }
.activities .home { margin: 0; flex-basis: 100%; }
.activities h2 { font-size: 1rem; margin: .25rem 0; }
.activities div { flex: 1 1 20rem; min-width: 0; }
.activities ul { display: block; columns: 2 14rem; }
.activities li { break-inside: avoid; padding: .15rem 0; }
.activities a { display: inline-block; padding: .15rem .5rem; color: var(--ink); }
.activities span { display: inline-block; padding: .15rem .5rem; }
.activities a[aria-current] { color: #fff; background: #1f3a93; font-weight: 700; text-decoration: none; border-left: .4rem solid var(--ink); }
.activities .barred { color: var(--barred); font-style: italic; cursor: not-allowed; }
:root { --barred: #595959; }
@media (prefers-color-scheme: dark) { :root { --barred: #a3a3a9; } }
.count { font-weight: 700; margin: .75rem 0 .25rem; }
.sorted { margin: 0 0 .25rem; font-size: .95rem; }
.tall { max-height: 70vh; overflow: auto; border: 1px solid var(--line); }
.tall thead th { position: sticky; top: 0; background: var(--paper); box-shadow: 0 2px 0 var(--accent); z-index: 1; }
.tall th, .tall td { padding-left: .75rem; }
.welcome { border: 1px solid var(--accent); padding: .5rem 1rem; white-space: pre-line; overflow-wrap: anywhere; }
.console { margin-top: 2rem; border: 1px solid var(--line); padding: .25rem 1rem; font-size: .95rem; }
.console h2 { font-size: 1rem; margin: .25rem 0; }
.console ul { margin: .25rem 0; padding-left: 1.25rem; }
.console li { overflow-wrap: anywhere; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 100%; margin: .5rem 0; min-width: 0; justify-items: start; }
.fields { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: start; }
.fault { color: var(--alert); font-weight: 600; max-width: 22rem; }
.hint { font-weight: 400; }
[aria-invalid="true"] { border: 2px solid var(--alert); }
.exports ul { display: grid; gap: .25rem; padding-left: 1.25rem; }
.buttons { display: flex; gap: .5rem; }
.buttons button { min-width: 2.4rem; min-height: 2.4rem; }
.suggestions { list-style: none; padding: 0; }
.suggestions form { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; padding: .25rem 0; }
.views a[aria-current] { font-weight: 700; text-decoration: none; border-bottom: 3px solid var(--accent); color: var(--ink); }
.origin { margin: 0 0 .25rem; }
`
