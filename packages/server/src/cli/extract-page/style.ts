/** The style sheet of the page. Each speaker has a hue; a highlight is stronger the surer its statement is. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --ink: #1d1d1b; --faint: #62625c; --line: #d9d8d0; --panel: #f5f4ee;
  --light: 78%; --strong: 38%;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181917; --ink: #e9e8e2; --faint: #a3a29a; --line: #3a3b37; --panel: #20211e;
    --light: 34%; --strong: 68%;
  }
}
.p0 { --hue: 0; --colour: 0% } .p1 { --hue: 212; --colour: 75% } .p2 { --hue: 28; --colour: 85% }
.p3 { --hue: 145; --colour: 50% } .p4 { --hue: 330; --colour: 65% } .p5 { --hue: 265; --colour: 65% }
.p6 { --hue: 50; --colour: 85% } .p7 { --hue: 180; --colour: 60% } .p8 { --hue: 0; --colour: 70% }
.p9 { --hue: 90; --colour: 50% } .p10 { --hue: 300; --colour: 45% }
* { box-sizing: border-box }
html { scroll-padding: 5rem 0 }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 Georgia, 'Times New Roman', serif }
.bar, nav, aside, .end, .source, .card { font: .875rem/1.5 system-ui, sans-serif }
.bar {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 2rem;
  padding: .5rem 1.5rem; background: var(--panel); border-bottom: 1px solid var(--line);
}
.bar p, .kinds { margin: 0 }
.name { font-weight: 600 }
.slider { display: flex; align-items: center; gap: .5rem }
.slider output { min-width: 3.2em }
.kinds { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0; list-style: none }
nav { padding: .75rem 1.5rem; border-bottom: 1px solid var(--line) }
nav ol { columns: 20rem; column-gap: 3rem; margin: 0; padding-left: 1.5rem }
nav li { padding-right: 1rem }
.article {
  display: grid; grid-template-columns: minmax(0, 42rem) minmax(18rem, 26rem); justify-content: center; gap: 3rem;
  padding: 1.5rem; border-bottom: 1px solid var(--line);
}
article { overflow-wrap: break-word }
article p, article h1, article h2 { white-space: pre-line; margin: 0 0 1em }
h1 { font-size: 1.7rem; line-height: 1.2 } h2 { font-size: 1.15rem }
.source, .byline, small, .end { color: var(--faint) }
article .source { margin-bottom: .5rem; overflow-wrap: anywhere }
.boilerplate { opacity: .55 }
a { color: inherit }
.s { color: inherit; background: none; padding-bottom: .1em; text-decoration: underline 2px; text-underline-offset: .28em }
.direct { text-decoration-style: solid } .mixed { text-decoration-style: dashed } .indirect { text-decoration-style: dotted }
.kinds .s { text-decoration-color: var(--faint) }
mark.s {
  text-decoration-color: hsl(var(--hue) var(--colour) var(--strong)); cursor: pointer; border-radius: 2px;
  background: hsl(var(--hue) var(--colour) var(--light) / var(--sure));
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
mark.s mark.s { text-underline-offset: .5em }
.sure { --sure: .62 } .likely { --sure: .36 } .unsure { --sure: .14 }
mark.off { background: none; text-decoration-color: transparent; cursor: auto }
mark.on, mark.hot, mark.s:focus-visible { outline: 2px solid hsl(var(--hue) var(--colour) var(--strong)); outline-offset: 1px }
mark.hot { outline-width: 1px }
aside { position: sticky; top: 3.5rem; align-self: start; max-height: calc(100vh - 4rem); overflow: auto }
fieldset { margin: 0; padding: .25rem 0 .5rem; border: 0; border-bottom: 1px solid var(--line) }
legend { padding: 0; font-weight: 600 }
fieldset label { display: flex; align-items: center; gap: .5rem; padding: .1rem 0 }
.dot { flex: none; width: .9em; height: .9em; border-radius: 50%; background: hsl(var(--hue) var(--colour) var(--light)); border: 2px solid hsl(var(--hue) var(--colour) var(--strong)) }
.count { margin: .5rem 0; color: var(--faint) }
aside ol { margin: 0; padding: 0; list-style: none }
aside li { padding: .5rem .5rem .5rem .75rem; border-left: 4px solid hsl(var(--hue) var(--colour) var(--strong)); margin-bottom: .5rem }
aside li a { display: block; text-decoration: none; overflow-wrap: anywhere }
aside li p { margin: .15rem 0 0; color: var(--faint) }
aside li b { color: var(--ink); font-weight: 600 }
aside li.hot, aside li.on { background: var(--panel) }
aside li.on { outline: 2px solid hsl(var(--hue) var(--colour) var(--strong)) ; outline-offset: -2px }
.end { padding: 1rem 1.5rem 4rem }
.card { display: none; text-decoration: none }
@media (max-width: 60rem) {
  body { font-size: 1rem }
  .bar { padding: .4rem 1rem; gap: .1rem 1rem } .name { display: none }
  .article { display: block; padding: 1rem }
  aside { position: static; max-height: none; margin-top: 2rem }
  fieldset label { padding: .4rem 0 }
  .card:not([hidden]) {
    display: block; position: fixed; inset: auto 0 0; margin: 0; padding: .75rem 1rem; background: var(--panel);
    border-top: 1px solid var(--line);
  }
}
@media print {
  :root { --paper: #fff; --ink: #000; --faint: #444; --light: 78%; --strong: 38% }
  body { font-size: 10pt }
  mark.s, .dot, aside li { -webkit-print-color-adjust: exact; print-color-adjust: exact }
  .bar { position: static }
  .slider, .card, .count, fieldset input, label:has(.all) { display: none !important }
  mark.on, mark.hot, aside li.on { outline: none }
  .article { display: block; border: 0; padding: 0 }
  .article + .article { break-before: page }
  aside { position: static; max-height: none; margin-top: 2em }
  aside li { break-inside: avoid; padding: 0 0 0 .75rem }
  fieldset label { display: inline-flex; margin-right: 1.5em }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`
