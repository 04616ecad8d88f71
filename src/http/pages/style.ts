/** The look of the server's own pages: paper and ink, one accent, a serif for words and a sans for data, as the application has it. */
export const STYLE = `
:root { --paper: #fbfaf7; --ink: #1b1a18; --soft: #6a665f; --line: #d9d5cc; --accent: #8a3b12; --wrong: #8c1d18; --done: #1d5a35; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16171a; --ink: #ebe8e1; --soft: #a29d93; --line: #37383d; --accent: #e59a6c; --wrong: #f2a19b; --done: #93d3ab; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Source Sans 3", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
header { padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); }
.mark, h1, h2 { font-family: "Source Serif 4", Georgia, serif; }
.mark { color: inherit; text-decoration: none; font-weight: 600; font-size: 1.15rem; }
main { margin: 2.5rem auto; padding: 0 1.5rem; }
main.narrow { max-width: 28rem; } main.wide { max-width: 62rem; }
h1 { font-size: 1.75rem; font-weight: 600; margin: 0 0 1rem; line-height: 1.2; }
h2 { font-size: 1.2rem; font-weight: 600; margin: 2.5rem 0 .75rem; }
a { color: var(--accent); }
.field { margin: 0 0 1.1rem; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input, select { width: 100%; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: 3px; padding: .5rem .6rem; min-height: 2.75rem; }
button { font: inherit; font-weight: 600; color: var(--paper); background: var(--ink); border: 1px solid var(--ink); border-radius: 3px; padding: .5rem 1.1rem; min-height: 2.75rem; cursor: pointer; }
button.plain { background: transparent; color: var(--ink); border-color: var(--soft); font-weight: 400; padding: .2rem .7rem; min-height: 2rem; }
:is(a, button, input, select, summary):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.hint { color: var(--soft); margin: .25rem 0 0; font-size: .9rem; }
.notice { border-left: 4px solid; padding: .5rem .9rem; margin: 0 0 1.5rem; }
.notice.wrong { border-color: var(--wrong); color: var(--wrong); } .notice.done { border-color: var(--done); }
code { font: .92em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.once { border: 1px solid var(--line); padding: .75rem 1rem; margin: 0 0 1.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: .45rem 1rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
td form { display: inline-flex; gap: .4rem; margin: 0 .4rem 0 0; } td select { min-height: 2rem; padding: .1rem .4rem; width: auto; }
.row { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; } .row .field { margin: 0; flex: 1 1 11rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; margin: 0 0 1.5rem; } dt { color: var(--soft); } dd { margin: 0; }
details { border-top: 1px solid var(--line); padding: .6rem 0; } summary { cursor: pointer; } summary code { font-weight: 600; }
.method { display: inline-block; min-width: 4.2em; font-weight: 600; text-transform: uppercase; font-size: .85em; }
.soft { color: var(--soft); }
pre { overflow-x: auto; border: 1px solid var(--line); padding: .75rem 1rem; font: .88rem/1.45 ui-monospace, monospace; }
@media print { header, form, button { display: none; } }
`;
